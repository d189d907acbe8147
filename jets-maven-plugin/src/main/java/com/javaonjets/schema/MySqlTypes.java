package com.javaonjets.schema;

import com.javaonjets.schema.TypeSpec.Size;
import java.util.List;

/** How MySQL spells a column's type. */
record MySqlTypes(Dialect dialect) {

    /** A row holds 65,535 bytes, and a character up to four of them. */
    private static final long LONGEST_STRING = 16_383;

    private static final long LONGEST_VARBINARY = 4_095;
    private static final long LONGEST_TINY = 255;
    private static final long LONGEST_PLAIN = 65_535;
    private static final long LONGEST_MEDIUM = 16_777_215;
    private static final long LONGEST_LONG = 4_294_967_295L;
    private static final long MOST_DIGITS = 65;
    private static final long MOST_DECIMALS = 30;

    /** Most types bear one name here and in Rails. */
    String sql(ColumnSpec column) {
        ColumnType type = column.type().type();
        return switch (type) {
            case PRIMARY_KEY -> "bigint";
            case STRING ->
                "varchar(" + dialect.requireRange(column, column.type().limit().orElse(255), 1, LONGEST_STRING) + ")";
            case TEXT -> size(column) + "text";
            case BINARY -> binary(column);
            case INTEGER -> integer(column);
            case DECIMAL -> decimal(column);
            case DATETIME, CREATION_TIME, UPDATE_TIME -> "datetime(6)";
            default -> type.word();
        };
    }

    private String binary(ColumnSpec column) {
        return isVarbinary(column.type())
                ? "varbinary("
                        + dialect.requireRange(column, column.type().limit().orElseThrow(), 1, LONGEST_VARBINARY) + ")"
                : size(column) + "blob";
    }

    static boolean isVarbinary(TypeSpec type) {
        return type.limit().isPresent() && type.limit().getAsLong() <= LONGEST_VARBINARY;
    }

    private String size(ColumnSpec column) {
        if (column.type().limit().isEmpty()) {
            return column.type().size().map(Size::word).orElse("");
        }
        long bytes = column.type().limit().getAsLong();
        dialect.requireRange(column, bytes, 1, LONGEST_LONG);
        if (bytes <= LONGEST_TINY) {
            return Size.TINY.word();
        }
        return bytes <= LONGEST_PLAIN ? "" : bytes <= LONGEST_MEDIUM ? Size.MEDIUM.word() : Size.LONG.word();
    }

    private String integer(ColumnSpec column) {
        long bytes = column.type().limit().orElse(4);
        dialect.requireRange(column, bytes, 1, 8);
        return bytes > 4
                ? "bigint"
                : List.of("tinyint", "smallint", "mediumint", "int").get((int) bytes - 1);
    }

    private String decimal(ColumnSpec column) {
        long precision = column.type().limit().orElse(10);
        long scale = column.type().scale().orElse(0);
        return "decimal(" + dialect.requireRange(column, precision, 1, MOST_DIGITS) + ","
                + dialect.requireRange(column, scale, 0, Math.min(precision, MOST_DECIMALS)) + ")";
    }
}
