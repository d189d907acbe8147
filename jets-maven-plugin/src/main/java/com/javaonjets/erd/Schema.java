package com.javaonjets.erd;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of a database and what refers to what.
 *
 * @param tables by name
 * @param references by table and name
 */
record Schema(List<Table> tables, List<Reference> references) {

    /** One table with its columns in their order. */
    record Table(String name, List<Column> columns) {

        Table {
            columns = List.copyOf(columns);
        }

        /** The place of a column, from 0. */
        int row(String column) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(column)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("no column " + column + " in " + name);
        }
    }

    /**
     * One column.
     *
     * @param key whether it is part of the primary key
     * @param refers whether it is part of a foreign key
     * @param unique whether no two rows have the same value in it
     */
    record Column(String name, String type, boolean nullable, boolean key, boolean refers, boolean unique) {

        /** The marks that diagrams have, such as {@code PK,FK}. */
        List<String> marks() {
            return Stream.of(key ? "PK" : "", refers ? "FK" : "", unique && !key ? "UK" : "")
                    .filter(mark -> !mark.isEmpty())
                    .toList();
        }
    }

    /**
     * One foreign key.
     *
     * @param optional whether a row may refer to nothing
     * @param unique whether at most one row refers to the same one
     */
    record Reference(
            String name,
            String table,
            List<String> columns,
            String target,
            List<String> targetColumns,
            boolean optional,
            boolean unique) {

        Reference {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }

    Schema {
        tables = List.copyOf(tables);
        references = List.copyOf(references);
    }
}
