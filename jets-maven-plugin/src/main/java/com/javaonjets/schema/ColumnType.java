package com.javaonjets.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The types that a column can have, named as Rails names them.
 *
 * <p>The list joins what ActiveRecord calls native types on PostgreSQL and on MySQL; which of them a database has is
 * its {@link Dialect}'s to say.
 */
enum ColumnType {
    STRING,
    TEXT,
    INTEGER,
    BIGINT,
    FLOAT,
    DECIMAL,
    DATETIME,
    TIMESTAMP,
    TIME,
    DATE,
    BINARY,
    BOOLEAN,
    JSON,
    PRIMARY_KEY,
    BLOB,
    TIMESTAMPTZ,
    JSONB,
    UUID,
    HSTORE,
    CITEXT,
    LTREE,
    INET,
    CIDR,
    MACADDR,
    INTERVAL,
    DATERANGE,
    NUMRANGE,
    TSRANGE,
    TSTZRANGE,
    INT4RANGE,
    INT8RANGE,
    TSVECTOR,
    XML,
    POINT,
    LINE,
    LSEG,
    BOX,
    PATH,
    POLYGON,
    CIRCLE,
    BIT,
    BIT_VARYING,
    MONEY,
    OID,
    /** The column {@code created_at} of every created table; no word of the field syntax stands for it. */
    CREATION_TIME,
    /** The column {@code updated_at} of every created table; no word of the field syntax stands for it. */
    UPDATE_TIME;

    /** The type that a word of the field syntax stands for. */
    static Optional<ColumnType> of(String word) {
        return Arrays.stream(values())
                .filter(ColumnType::hasWord)
                .filter(type -> type.word().equals(word))
                .findFirst();
    }

    boolean hasWord() {
        return this != CREATION_TIME && this != UPDATE_TIME;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
