package com.javaonjets.schema;

/** A foreign key from one column to another table's {@code id}, under the name that ActiveRecord gives it. */
record ForeignKeySpec(String name, String column, String target) {

    static ForeignKeySpec from(String table, String column, String target) {
        return new ForeignKeySpec("fk_rails_" + Hash.of(table + "_" + column + "_fk"), column, target);
    }
}
