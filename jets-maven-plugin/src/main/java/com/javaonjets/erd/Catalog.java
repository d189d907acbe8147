package com.javaonjets.erd;

import com.javaonjets.config.Adapter;

/** Where a database keeps what it knows of its tables. Each query is of the schema that unqualified names are looked up in. */
sealed interface Catalog permits MysqlCatalog, PostgresqlCatalog {

    static Catalog of(Adapter adapter) {
        return switch (adapter) {
            case MYSQL -> new MysqlCatalog();
            case POSTGRESQL -> new PostgresqlCatalog();
        };
    }

    /** Rows of table, column, type, and whether it may be null; in the columns' order. */
    String columns();

    /** Rows of table, key, whether it is the primary one, and column: those whose values are unique in all rows. */
    String keys();

    /** Rows of table, foreign key, column, and the table and the column referred to; in the order of the key's columns. */
    String references();
}
