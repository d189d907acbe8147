package com.javaonjets.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database's catalog would hold after the SQL that this package writes, and no other SQL: a test that needs no
 * server can so compare whole schemas. That the servers agree is for the tests on servers.
 */
final class Catalog {

    private static final Pattern COLUMN = Pattern.compile(
            "(\\w+) (.+?)( NULL)?( NOT NULL)?( AUTO_INCREMENT)?( PRIMARY KEY)?( DEFAULT \\(.*\\)( ON UPDATE .*)?)?");
    private static final Pattern INDEX = Pattern.compile("(UNIQUE )?INDEX (\\w+) \\((.*)\\)");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("CONSTRAINT (\\w+) FOREIGN KEY \\((\\w+)\\) REFERENCES (\\w+) \\((\\w+)\\)");
    private static final Pattern CREATE = Pattern.compile("CREATE TABLE (\\w+) \\(\n(.*)\n\\)", Pattern.DOTALL);
    private static final Pattern CREATE_INDEX = Pattern.compile("CREATE (UNIQUE )?INDEX (\\w+) ON (\\w+) \\((.*)\\)");
    private static final Pattern ALTER = Pattern.compile("ALTER TABLE (\\w+)\\s+(.*)", Pattern.DOTALL);

    private final Map<String, Table> tables = new TreeMap<>();

    private record Table(Map<String, String> columns, Map<String, Index> indexes, Map<String, String> foreignKeys) {}

    private record Index(boolean unique, List<String> columns) {}

    void apply(String sql) {
        String bare = sql.replaceAll("(?m)^--.*\n", "").replaceAll("[\"`]", "");
        Stream.of(bare.split(";\n+")).filter(statement -> !statement.isBlank()).forEach(this::statement);
    }

    private void statement(String statement) {
        Matcher create = CREATE.matcher(statement);
        Matcher index = CREATE_INDEX.matcher(statement);
        Matcher alter = ALTER.matcher(statement);
        if (create.matches()) {
            Table table = new Table(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>());
            tables.put(create.group(1), table);
            clauses(create.group(2)).forEach(clause -> add(table, clause));
        } else if (index.matches()) {
            table(index.group(3))
                    .indexes()
                    .put(
                            index.group(2),
                            new Index(
                                    index.group(1) != null,
                                    List.of(index.group(4).split(", "))));
        } else if (alter.matches()) {
            clauses(alter.group(2)).forEach(clause -> alter(table(alter.group(1)), clause));
        } else if (statement.startsWith("DROP TABLE ")) {
            tables.remove(statement.substring("DROP TABLE ".length()));
        } else {
            throw new IllegalArgumentException(statement);
        }
    }

    private Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    private static Stream<String> clauses(String text) {
        return Stream.of(text.split(",\n")).map(String::strip);
    }

    private static void alter(Table table, String clause) {
        if (clause.startsWith("ADD ")) {
            add(table, clause.replaceFirst("ADD (COLUMN )?", ""));
        } else if (clause.startsWith("DROP FOREIGN KEY ")) {
            table.foreignKeys().remove(clause.substring("DROP FOREIGN KEY ".length()));
        } else if (clause.startsWith("DROP COLUMN ")) {
            drop(table, clause.substring("DROP COLUMN ".length()));
        } else {
            throw new IllegalArgumentException(clause);
        }
    }

    private static void drop(Table table, String column) {
        table.columns().remove(column);
        table.indexes().values().removeIf(index -> index.columns().contains(column));
        table.foreignKeys().values().removeIf(key -> key.startsWith("(" + column + ")"));
    }

    private static void add(Table table, String clause) {
        Matcher index = INDEX.matcher(clause);
        Matcher key = FOREIGN_KEY.matcher(clause);
        Matcher column = COLUMN.matcher(clause);
        if (index.matches()) {
            table.indexes()
                    .put(
                            index.group(2),
                            new Index(
                                    index.group(1) != null,
                                    List.of(index.group(3).split(", "))));
        } else if (key.matches()) {
            table.foreignKeys()
                    .put(key.group(1), "(" + key.group(2) + ") references " + key.group(3) + "(" + key.group(4) + ")");
        } else if (column.matches()) {
            table.columns().put(column.group(1), definition(column));
            if (column.group(6) != null) {
                table.indexes().put("", new Index(true, List.of(column.group(1))));
            }
        } else {
            throw new IllegalArgumentException(clause);
        }
    }

    /** A catalog calls PostgreSQL's bit by its length. */
    private static String definition(Matcher column) {
        boolean required = column.group(4) != null || column.group(6) != null;
        return (column.group(2).equals("bit") ? "bit(1)" : column.group(2))
                + (required ? " not null" : "")
                + (column.group(5) != null ? " auto_increment" : "");
    }

    /** All tables, a line each thing, in the form of the files {@code activerecord-*.txt}. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        tables.forEach((name, table) -> {
            lines.add(name);
            table.columns().forEach((column, definition) -> lines.add("  " + column + " " + definition));
            table.indexes().forEach((index, spec) -> lines.add("  " + line(index, spec)));
            table.foreignKeys().forEach((key, spec) -> lines.add("  foreign key " + key + " " + spec));
        });
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String line(String name, Index index) {
        String columns = " (" + String.join(", ", index.columns()) + ")";
        return name.isEmpty() ? "primary key" + columns : (index.unique() ? "unique " : "") + "index " + name + columns;
    }
}
