package com.javaonjets.schema;

import com.javaonjets.JetsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table, or the part of one that a migration adds or removes. */
record TableSpec(String name, List<ColumnSpec> columns, List<IndexSpec> indexes, List<ForeignKeySpec> foreignKeys) {

    /** @throws JetsException if a column is there twice, or two are primary keys */
    TableSpec {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        refuseTwins(name, columns);
        refuseSecondKey(name, columns);
    }

    /** A new table: {@code id}, the fields' columns, {@code created_at} and {@code updated_at}. */
    static TableSpec created(String name, List<FieldSpec> fields) {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.required("id", ColumnType.PRIMARY_KEY));
        fields.forEach(field -> columns.addAll(field.columns()));
        columns.add(ColumnSpec.required("created_at", ColumnType.CREATION_TIME));
        columns.add(ColumnSpec.required("updated_at", ColumnType.UPDATE_TIME));
        return new TableSpec(name, columns, indexes(name, fields), foreignKeys(name, fields));
    }

    /** What the fields alone add to a table, or take from it. */
    static TableSpec part(String name, List<FieldSpec> fields) {
        List<ColumnSpec> columns =
                fields.stream().flatMap(field -> field.columns().stream()).toList();
        return new TableSpec(name, columns, indexes(name, fields), foreignKeys(name, fields));
    }

    private static List<IndexSpec> indexes(String table, List<FieldSpec> fields) {
        return fields.stream().flatMap(field -> field.index(table).stream()).toList();
    }

    private static List<ForeignKeySpec> foreignKeys(String table, List<FieldSpec> fields) {
        return fields.stream()
                .flatMap(field -> field.foreignKey(table).stream())
                .toList();
    }

    /** Ignores case: to MySQL {@code Title} and {@code title} are one column, and on PostgreSQL nobody wants two. */
    private static void refuseTwins(String table, List<ColumnSpec> columns) {
        Set<String> seen = new HashSet<>();
        for (ColumnSpec column : columns) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new JetsException("the column '" + column.name() + "' of '" + table + "' is there twice"
                        + (isGiven(column.name()) ? "; a created table has id, created_at and updated_at anyway" : "")
                        + "; name each column once");
            }
        }
    }

    private static boolean isGiven(String column) {
        return Set.of("id", "created_at", "updated_at").contains(column.toLowerCase(Locale.ROOT));
    }

    private static void refuseSecondKey(String table, List<ColumnSpec> columns) {
        List<String> keys = columns.stream()
                .filter(column -> column.type().type() == ColumnType.PRIMARY_KEY)
                .map(ColumnSpec::name)
                .toList();
        if (keys.size() > 1) {
            throw new JetsException("'" + table + "' would have the primary keys " + String.join(" and ", keys)
                    + "; a table has one, and a created table has 'id' anyway");
        }
    }
}
