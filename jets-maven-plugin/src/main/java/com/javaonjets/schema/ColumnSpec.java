package com.javaonjets.schema;

/**
 * One column of a table.
 *
 * @param required whether it is NOT NULL
 */
record ColumnSpec(String name, TypeSpec type, boolean required) {

    ColumnSpec {
        required = required || type.type() == ColumnType.PRIMARY_KEY;
    }

    static ColumnSpec required(String name, ColumnType type) {
        return new ColumnSpec(name, TypeSpec.of(type), true);
    }
}
