package com.javaonjets.schema;

import com.javaonjets.JetsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements for one table, or for a part of it, in one dialect: all that does not differ between the two. */
record Ddl(Dialect dialect, TableSpec table) {

    /** @throws JetsException if a name is too long for the database, or a column cannot bear its index */
    Ddl {
        dialect.requireFit("table", table.name());
        table.columns().forEach(column -> dialect.requireFit("column", column.name()));
        table.indexes().forEach(index -> dialect.requireFit("index", index.name()));
        table.columns().stream()
                .filter(column -> table.indexes().stream()
                        .anyMatch(index -> index.columns().contains(column.name())))
                .forEach(dialect::requireIndexable);
    }

    List<String> create() {
        List<String> parts = new ArrayList<>(columns());
        parts.addAll(dialect.indexClauses(table));
        parts.addAll(foreignKeys());
        return with("CREATE TABLE " + quoted(table.name()) + " (\n  " + String.join(",\n  ", parts) + "\n)");
    }

    List<String> drop() {
        return List.of("DROP TABLE " + quoted(table.name()));
    }

    List<String> add() {
        Stream<String> columns = columns().stream().map(column -> "ADD COLUMN " + column);
        Stream<String> rest = Stream.concat(dialect.indexClauses(table).stream(), foreignKeys().stream());
        return with(alter(Stream.concat(columns, rest.map(clause -> "ADD " + clause))));
    }

    /** An index goes with its columns. */
    List<String> remove() {
        Stream<String> columns = table.columns().stream().map(column -> "DROP COLUMN " + quoted(column.name()));
        return List.of(alter(Stream.concat(dialect.foreignKeyRemovals(table).stream(), columns)));
    }

    private List<String> with(String statement) {
        return Stream.concat(Stream.of(statement), dialect.indexStatements(table).stream())
                .toList();
    }

    private String alter(Stream<String> clauses) {
        List<String> all = clauses.toList();
        String start = "ALTER TABLE " + quoted(table.name());
        return all.size() == 1 ? start + " " + all.get(0) : start + "\n  " + String.join(",\n  ", all);
    }

    private List<String> columns() {
        return table.columns().stream()
                .map(column -> quoted(column.name()) + " " + dialect.definition(column))
                .toList();
    }

    private List<String> foreignKeys() {
        return table.foreignKeys().stream()
                .map(key -> "CONSTRAINT " + quoted(key.name()) + " FOREIGN KEY (" + quoted(key.column())
                        + ") REFERENCES " + quoted(key.target()) + " (" + quoted("id") + ")")
                .toList();
    }

    private String quoted(String name) {
        return dialect.quoted(name);
    }
}
