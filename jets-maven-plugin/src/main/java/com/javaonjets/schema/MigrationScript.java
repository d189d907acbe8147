package com.javaonjets.schema;

import com.javaonjets.config.Adapter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a migration, both ways.
 *
 * @param up SQL forward
 * @param down SQL back
 * @param notes sentences that the author should read, which stand at the top of {@code up} too
 */
public record MigrationScript(String up, String down, List<String> notes) {

    public MigrationScript {
        notes = List.copyOf(notes);
    }

    /**
     * What a name and fields in the syntax of Rails' generators mean on a database.
     *
     * @param fields such as {@code title:string{80}:uniq author:references}, parted by blanks; may be blank
     * @throws com.javaonjets.JetsException if they mean nothing there; the message says why
     */
    public static MigrationScript of(Adapter adapter, MigrationName name, String fields) {
        Dialect dialect = Dialect.of(adapter);
        List<FieldSpec> specs = new FieldParser(dialect).all(fields);
        Change change = name.change(specs);
        if (change instanceof Change.Nothing nothing) {
            return empty(name, nothing, specs);
        }
        List<String> notes = notes(dialect, specs);
        return new MigrationScript(
                comments(notes) + statements(change.up(dialect)), statements(change.down(dialect)), notes);
    }

    private static MigrationScript empty(MigrationName name, Change.Nothing nothing, List<FieldSpec> specs) {
        List<String> notes = Stream.concat(
                        Stream.of("to be written by hand: " + nothing.reason()),
                        specs.stream().flatMap(field -> field.note().stream()))
                .toList();
        return new MigrationScript(
                comments(notes) + "-- write here what " + name.value() + " does\n",
                "-- write here what takes " + name.value() + " back\n",
                notes);
    }

    private static List<String> notes(Dialect dialect, List<FieldSpec> specs) {
        return specs.stream()
                .flatMap(field -> Stream.concat(
                        field.note().stream(),
                        field.columns().stream().flatMap(column -> dialect.note(column).stream())))
                .distinct()
                .toList();
    }

    private static String comments(List<String> notes) {
        return notes.stream().map(note -> "-- " + note + "\n").collect(Collectors.joining());
    }

    private static String statements(List<String> statements) {
        return statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining("\n"));
    }
}
