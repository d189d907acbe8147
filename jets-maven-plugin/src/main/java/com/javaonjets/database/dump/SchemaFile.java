package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.migration.AppliedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file that holds a schema: which adapter it is for and how it was read, its statements, and the migrations that have
 * led to it, a line each, so that branches merge.
 */
record SchemaFile(Adapter adapter, DumpWay way, List<String> statements, List<AppliedMigration> applied) {

    private static final String TITLE = """
            -- The schema that the migrations listed at the end lead to. Written by db-schema-dump, loaded by db-schema-load;
            -- to change it, write a migration.
            """;

    private static final Pattern KIND = Pattern.compile("-- jets: (\\w+), (\\w+)");
    private static final String APPLIED = "-- applied: ";
    private static final String SEPARATOR = " | ";
    private static final String NONE = "-";

    SchemaFile {
        statements = List.copyOf(statements);
        applied = List.copyOf(applied);
    }

    /** The whole file. */
    String text() {
        return TITLE + "-- jets: " + adapter + ", " + way + "\n\n"
                + statements.stream().map(sql -> sql + "\n\n").collect(Collectors.joining())
                + applied.stream().map(SchemaFile::line).collect(Collectors.joining());
    }

    private static String line(AppliedMigration row) {
        return APPLIED
                + String.join(
                        SEPARATOR,
                        row.version().orElse(NONE),
                        row.type(),
                        row.checksum().map(Object::toString).orElse(NONE),
                        row.description().isEmpty() ? NONE : row.description(),
                        row.script())
                + "\n";
    }

    /** How the file was read, if it is there and one of ours. */
    static Optional<DumpWay> way(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return kind(content(file)).map(kind -> kind.group(2)).flatMap(DumpWay::find);
    }

    /**
     * The migrations that a file lists.
     *
     * @throws JetsException if the file is not there, is for another adapter, or a line of it cannot be read
     */
    static List<AppliedMigration> applied(Path file, Adapter adapter) {
        if (!Files.isRegularFile(file)) {
            throw new JetsException(
                    "there is no " + file + " to load; write it by mvn jets:db-schema-dump where the schema is,"
                            + " or apply the migrations by mvn jets:db-migrate");
        }
        String text = content(file);
        kind(text)
                .map(kind -> kind.group(1))
                .filter(name -> !name.equals(adapter.toString()))
                .ifPresent(name -> {
                    throw new JetsException(file + " holds a schema of " + name + ", and the database is of " + adapter
                            + "; apply the migrations by mvn jets:db-migrate");
                });
        return text.lines()
                .filter(line -> line.startsWith(APPLIED))
                .map(line -> row(line, file))
                .toList();
    }

    private static Optional<Matcher> kind(String text) {
        return text.lines()
                .limit(10)
                .map(KIND::matcher)
                .filter(Matcher::matches)
                .findFirst();
    }

    private static AppliedMigration row(String line, Path file) {
        String[] parts = line.substring(APPLIED.length()).split(Pattern.quote(SEPARATOR), 5);
        if (parts.length < 5 || !parts[2].matches("-|-?\\d{1,10}")) {
            throw new JetsException(
                    file + " has the line '" + line + "'; expected '" + APPLIED
                            + "VERSION | TYPE | CHECKSUM | DESCRIPTION | FILE'; write the file anew by mvn jets:db-schema-dump");
        }
        return new AppliedMigration(
                given(parts[0]),
                given(parts[3]).orElse(""),
                parts[1],
                parts[4],
                given(parts[2]).map(Integer::valueOf));
    }

    private static Optional<String> given(String part) {
        return Optional.of(part).filter(text -> !text.equals(NONE));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new JetsException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
