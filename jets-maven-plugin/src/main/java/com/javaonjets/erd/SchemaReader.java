package com.javaonjets.erd;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.erd.Schema.Column;
import com.javaonjets.erd.Schema.Reference;
import com.javaonjets.erd.Schema.Table;
import com.javaonjets.migration.Migrator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a schema: three queries, however many tables there are. */
final class SchemaReader {

    /** What is of migrations, and not of the application. */
    private static final Set<String> LEFT_OUT = Migrator.TABLES;

    private final Map<String, List<Field>> fields = new TreeMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();

    private record Field(String name, String type, boolean nullable) {}

    private record Key(String table, String name, boolean primary, List<String> columns) {}

    private record ForeignKey(
            String table, String name, String target, List<String> columns, List<String> targetColumns) {}

    private SchemaReader() {}

    /** @throws JetsException if the database cannot be asked */
    static Schema read(DatabaseConfig database) {
        SchemaReader reader = new SchemaReader();
        Catalog catalog = Catalog.of(database.adapter());
        try (Connection connection = DirectDataSource.of(database).getConnection();
                Statement statement = connection.createStatement()) {
            reader.readColumns(statement, catalog.columns());
            reader.readKeys(statement, catalog.keys());
            reader.readForeignKeys(statement, catalog.references());
        } catch (SQLException e) {
            throw new JetsException("cannot read the tables of '" + database.database() + "': " + e.getMessage(), e);
        }
        return reader.schema();
    }

    private void readColumns(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (!LEFT_OUT.contains(rows.getString(1))) {
                    fields.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(new Field(
                                    rows.getString(2), TypeName.shortened(rows.getString(3)), rows.getBoolean(4)));
                }
            }
        }
    }

    private void readKeys(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String table = rows.getString(1);
                String name = rows.getString(2);
                Key last = keys.isEmpty() ? null : keys.get(keys.size() - 1);
                if (last == null || !last.table().equals(table) || !last.name().equals(name)) {
                    last = new Key(table, name, rows.getBoolean(3), new ArrayList<>());
                    keys.add(last);
                }
                last.columns().add(rows.getString(4));
            }
        }
    }

    private void readForeignKeys(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String table = rows.getString(1);
                String name = rows.getString(2);
                ForeignKey last = foreignKeys.isEmpty() ? null : foreignKeys.get(foreignKeys.size() - 1);
                if (last == null || !last.table().equals(table) || !last.name().equals(name)) {
                    last = new ForeignKey(table, name, rows.getString(4), new ArrayList<>(), new ArrayList<>());
                    foreignKeys.add(last);
                }
                last.columns().add(rows.getString(3));
                last.targetColumns().add(rows.getString(5));
            }
        }
    }

    /** Sorted here, since servers sort by collations of their own. */
    private Schema schema() {
        List<Table> tables = fields.keySet().stream().map(this::table).toList();
        List<Reference> references = foreignKeys.stream()
                .filter(key -> fields.containsKey(key.table()) && fields.containsKey(key.target()))
                .map(this::reference)
                .sorted(Comparator.comparing(Reference::table).thenComparing(Reference::name))
                .toList();
        return new Schema(tables, references);
    }

    private Table table(String name) {
        return new Table(
                name,
                fields.getOrDefault(name, List.of()).stream()
                        .map(field -> new Column(
                                field.name(),
                                field.type(),
                                field.nullable(),
                                isPrimary(name, field.name()),
                                refers(name, field.name()),
                                isUnique(name, Set.of(field.name()))))
                        .toList());
    }

    private boolean isPrimary(String table, String column) {
        return keys.stream()
                .anyMatch(key -> key.primary()
                        && key.table().equals(table)
                        && key.columns().contains(column));
    }

    private boolean refers(String table, String column) {
        return foreignKeys.stream()
                .anyMatch(key -> key.table().equals(table) && key.columns().contains(column));
    }

    /** Whether a key lies wholly in the columns. */
    private boolean isUnique(String table, Set<String> columns) {
        return keys.stream().anyMatch(key -> key.table().equals(table) && columns.containsAll(key.columns()));
    }

    private Reference reference(ForeignKey key) {
        boolean optional = fields.getOrDefault(key.table(), List.of()).stream()
                .anyMatch(field -> field.nullable() && key.columns().contains(field.name()));
        return new Reference(
                key.name(),
                key.table(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                optional,
                isUnique(key.table(), new HashSet<>(key.columns())));
    }
}
