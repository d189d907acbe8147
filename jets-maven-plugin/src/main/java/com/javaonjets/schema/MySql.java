package com.javaonjets.schema;

import static com.javaonjets.schema.ColumnType.BIGINT;
import static com.javaonjets.schema.ColumnType.BINARY;
import static com.javaonjets.schema.ColumnType.BLOB;
import static com.javaonjets.schema.ColumnType.BOOLEAN;
import static com.javaonjets.schema.ColumnType.DATE;
import static com.javaonjets.schema.ColumnType.DATETIME;
import static com.javaonjets.schema.ColumnType.DECIMAL;
import static com.javaonjets.schema.ColumnType.FLOAT;
import static com.javaonjets.schema.ColumnType.INTEGER;
import static com.javaonjets.schema.ColumnType.JSON;
import static com.javaonjets.schema.ColumnType.PRIMARY_KEY;
import static com.javaonjets.schema.ColumnType.STRING;
import static com.javaonjets.schema.ColumnType.TEXT;
import static com.javaonjets.schema.ColumnType.TIME;
import static com.javaonjets.schema.ColumnType.TIMESTAMP;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MySQL 8 and 9, and MariaDB: DDL commits at once, so that a table comes with its indexes in one statement, and no
 * failure leaves the half of it.
 */
final class MySql implements Dialect {

    /** An index entry holds 3,072 bytes. */
    private static final long LONGEST_INDEXED_STRING = 768;

    private static final long LONGEST_INDEXED_VARBINARY = 3_072;

    private static final Set<ColumnType> TYPES = EnumSet.of(
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
            BLOB,
            BOOLEAN,
            JSON,
            PRIMARY_KEY);

    private final MySqlTypes types = new MySqlTypes(this);

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public Set<ColumnType> types() {
        return TYPES;
    }

    @Override
    public Optional<String> substitute(ColumnType lacking) {
        return Optional.ofNullable(
                switch (lacking) {
                    case JSONB, HSTORE -> "json";
                    case UUID -> "string{36}";
                    case CITEXT, LTREE -> "string";
                    case INET, CIDR -> "string{43}";
                    case MACADDR -> "string{17}";
                    case TIMESTAMPTZ -> "datetime";
                    case MONEY -> "decimal{19,4}";
                    case XML, TSVECTOR -> "text";
                    case BIT -> "boolean";
                    case OID -> "bigint";
                    default -> null;
                });
    }

    @Override
    public int longestName() {
        return 64;
    }

    @Override
    public String quoted(String name) {
        return '`' + name + '`';
    }

    @Override
    public String definition(ColumnSpec column) {
        return types.sql(column)
                + (column.required() ? constraints(column.type().type()) : nullable(column));
    }

    /**
     * An expression as default takes UTC from the clock itself, whatever the session's time zone is. ON UPDATE allows
     * nothing but the session's time, which is UTC where the server's is.
     */
    private static String constraints(ColumnType type) {
        return switch (type) {
            case PRIMARY_KEY -> " NOT NULL AUTO_INCREMENT PRIMARY KEY";
            case CREATION_TIME -> " NOT NULL DEFAULT (UTC_TIMESTAMP(6))";
            case UPDATE_TIME -> " NOT NULL DEFAULT (UTC_TIMESTAMP(6)) ON UPDATE CURRENT_TIMESTAMP(6)";
            default -> " NOT NULL";
        };
    }

    /** Without explicit_defaults_for_timestamp a timestamp is NOT NULL unless told otherwise. */
    private static String nullable(ColumnSpec column) {
        return column.type().type() == TIMESTAMP ? " NULL" : "";
    }

    @Override
    public Optional<String> indexObstacle(TypeSpec type) {
        long limit = type.limit().orElse(0);
        return Optional.ofNullable(
                switch (type.type()) {
                    case STRING ->
                        limit > LONGEST_INDEXED_STRING
                                ? "an index takes " + LONGEST_INDEXED_STRING
                                        + " characters; shorten the string, or leave the" + " index out"
                                : null;
                    case BINARY ->
                        MySqlTypes.isVarbinary(type)
                                ? limit > LONGEST_INDEXED_VARBINARY
                                        ? "an index takes " + LONGEST_INDEXED_VARBINARY
                                                + " bytes; shorten the binary, or" + " leave the index out"
                                        : null
                                : prefixNeeded();
                    case TEXT, BLOB -> prefixNeeded();
                    case JSON ->
                        "json has no order to index by; leave the index out, and write one on an expression by"
                                + " hand";
                    default -> null;
                });
    }

    private static String prefixNeeded() {
        return "only a prefix of it can be indexed; write a string, or leave the index out and write one with a"
                + " length by hand";
    }

    @Override
    public List<String> indexClauses(TableSpec table) {
        return table.indexes().stream()
                .map(index ->
                        (index.unique() ? "UNIQUE " : "") + "INDEX " + quoted(index.name()) + " " + columnList(index))
                .toList();
    }

    @Override
    public List<String> indexStatements(TableSpec table) {
        return List.of();
    }

    @Override
    public List<String> foreignKeyRemovals(TableSpec part) {
        return part.foreignKeys().stream()
                .map(key -> "DROP FOREIGN KEY " + quoted(key.name()))
                .toList();
    }

    @Override
    public Optional<String> note(ColumnSpec column) {
        return Optional.empty();
    }
}
