package com.javaonjets.lint;

/** Which changes of a type MySQL makes in place. */
final class MySqlTypes {

    /** A value's length is stored in one byte up to here, and in two above. */
    private static final int ONE_BYTE = 255;

    /** Of utf8mb4, the widest. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    private MySqlTypes() {}

    static boolean isInPlace(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        return isGrowing(from, to) && (to.length() * BYTES_OF_A_CHARACTER <= ONE_BYTE || from.length() > ONE_BYTE);
    }

    /** Whether that turns on the character set, or on the values of an enum. */
    static boolean mayBeInPlace(SqlType from, SqlType to) {
        boolean bothEnums = (from.name().startsWith("enum") && to.name().startsWith("enum"))
                || (from.name().startsWith("set") && to.name().startsWith("set"));
        return bothEnums
                || isGrowing(from, to)
                || (isInteger(from) && from.name().equals(to.name()));
    }

    private static boolean isInteger(SqlType type) {
        return type.name().endsWith("int") || type.name().equals("integer");
    }

    private static boolean isGrowing(SqlType from, SqlType to) {
        return from.name().equals("varchar")
                && to.name().equals("varchar")
                && !to.lengths().isEmpty()
                && to.length() >= from.length();
    }
}
