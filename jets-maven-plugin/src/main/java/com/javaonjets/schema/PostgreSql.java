package com.javaonjets.schema;

import static com.javaonjets.schema.ColumnType.BLOB;
import static com.javaonjets.schema.ColumnType.BOX;
import static com.javaonjets.schema.ColumnType.CIRCLE;
import static com.javaonjets.schema.ColumnType.CITEXT;
import static com.javaonjets.schema.ColumnType.CREATION_TIME;
import static com.javaonjets.schema.ColumnType.HSTORE;
import static com.javaonjets.schema.ColumnType.JSON;
import static com.javaonjets.schema.ColumnType.LINE;
import static com.javaonjets.schema.ColumnType.LSEG;
import static com.javaonjets.schema.ColumnType.LTREE;
import static com.javaonjets.schema.ColumnType.PATH;
import static com.javaonjets.schema.ColumnType.POINT;
import static com.javaonjets.schema.ColumnType.POLYGON;
import static com.javaonjets.schema.ColumnType.UPDATE_TIME;
import static com.javaonjets.schema.ColumnType.XML;

import com.javaonjets.JetsException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL: an index is a statement of its own; DDL is transactional, so a file of several is still one step. */
final class PostgreSql implements Dialect {

    private static final long LONGEST_STRING = 10_485_760;
    private static final long LONGEST_BYTES = (1L << 30) - 1;
    private static final long MOST_DIGITS = 1000;

    private static final Set<ColumnType> TYPES = EnumSet.complementOf(EnumSet.of(BLOB, CREATION_TIME, UPDATE_TIME));
    private static final Set<ColumnType> OF_EXTENSIONS = EnumSet.of(HSTORE, CITEXT, LTREE);
    private static final Set<ColumnType> WITHOUT_ORDER =
            EnumSet.of(JSON, XML, POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE);

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Set<ColumnType> types() {
        return TYPES;
    }

    @Override
    public Optional<String> substitute(ColumnType lacking) {
        return lacking == BLOB ? Optional.of("binary") : Optional.empty();
    }

    @Override
    public int longestName() {
        return 63;
    }

    @Override
    public String quoted(String name) {
        return '"' + name + '"';
    }

    @Override
    public String definition(ColumnSpec column) {
        return sqlType(column) + (column.required() ? constraints(column.type().type()) : "");
    }

    /** The default takes UTC from the clock itself, whatever the session's time zone is. */
    private static String constraints(ColumnType type) {
        return switch (type) {
            case PRIMARY_KEY -> " PRIMARY KEY";
            case CREATION_TIME, UPDATE_TIME -> " NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')";
            default -> " NOT NULL";
        };
    }

    /** Most types bear one name here and in Rails. */
    private String sqlType(ColumnSpec column) {
        ColumnType type = column.type().type();
        return switch (type) {
            case PRIMARY_KEY -> "bigserial";
            case STRING -> "varchar" + length(column);
            case TEXT -> unlimited(column, "text");
            case BINARY -> unlimited(column, "bytea");
            case INTEGER -> integer(column);
            case FLOAT -> "double precision";
            case DECIMAL -> "numeric" + digits(column);
            case DATETIME, CREATION_TIME, UPDATE_TIME -> "timestamp(6)";
            default -> type.word().replace('_', ' ');
        };
    }

    private String length(ColumnSpec column) {
        return column.type().limit().isEmpty()
                ? ""
                : "(" + requireRange(column, column.type().limit().getAsLong(), 1, LONGEST_STRING) + ")";
    }

    private String unlimited(ColumnSpec column, String type) {
        column.type().size().ifPresent(size -> {
            throw new JetsException("the column '" + column.name() + "' is of type " + column.type()
                    + ", a size that MySQL alone has; on PostgreSQL write '" + column.name() + ":"
                    + column.type().type().word() + "'");
        });
        column.type().limit().ifPresent(limit -> requireRange(column, limit, 1, LONGEST_BYTES));
        return type;
    }

    private String integer(ColumnSpec column) {
        long bytes = column.type().limit().orElse(4);
        requireRange(column, bytes, 1, 8);
        return bytes <= 2 ? "smallint" : bytes <= 4 ? "integer" : "bigint";
    }

    private String digits(ColumnSpec column) {
        if (column.type().scale().isEmpty()) {
            return "";
        }
        long precision = column.type().limit().orElseThrow();
        long scale = column.type().scale().getAsLong();
        return "(" + requireRange(column, precision, 1, MOST_DIGITS) + "," + requireRange(column, scale, 0, precision)
                + ")";
    }

    @Override
    public Optional<String> indexObstacle(TypeSpec type) {
        if (!WITHOUT_ORDER.contains(type.type())) {
            return Optional.empty();
        }
        return Optional.of(
                type.type() == JSON
                        ? "json has no order to index by; write jsonb, or leave the index out"
                        : "the type has no order to index by; leave the index out, and write a GiST or other one by hand");
    }

    @Override
    public List<String> indexClauses(TableSpec table) {
        return List.of();
    }

    @Override
    public List<String> indexStatements(TableSpec table) {
        return table.indexes().stream()
                .map(index -> "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + quoted(index.name()) + " ON "
                        + quoted(table.name()) + " " + columnList(index))
                .toList();
    }

    /** A foreign key goes with its column. */
    @Override
    public List<String> foreignKeyRemovals(TableSpec part) {
        return List.of();
    }

    @Override
    public Optional<String> note(ColumnSpec column) {
        ColumnType type = column.type().type();
        return OF_EXTENSIONS.contains(type)
                ? Optional.of("the type " + type.word() + " comes with an extension; where it is missing, run"
                        + " CREATE EXTENSION " + type.word() + " first")
                : Optional.empty();
    }
}
