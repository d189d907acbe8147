package com.javaonjets.lint;

import java.util.Set;

/** Which changes of a type leave PostgreSQL's rows as they are. */
final class PostgreSqlTypes {

    /** Their number only bounds what comes in. */
    private static final Set<String> BOUNDED =
            Set.of("varchar", "varbit", "timestamp", "timestamptz", "time", "interval");

    private PostgreSqlTypes() {}

    static boolean isFree(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from.name().equals("cidr") && to.name().equals("inet")) {
            return true;
        }
        if (isText(from) && isText(to)) {
            return to.length() >= from.length();
        }
        if (!from.name().equals(to.name())) {
            return false;
        }
        return from.name().equals("numeric")
                ? isWider(from, to)
                : BOUNDED.contains(from.name()) && to.length() >= from.length();
    }

    private static boolean isText(SqlType type) {
        return type.name().equals("varchar") || type.name().equals("text");
    }

    /** More digits before the point; those after it have to stay as they are. */
    private static boolean isWider(SqlType from, SqlType to) {
        if (to.lengths().isEmpty()) {
            return true;
        }
        return !from.lengths().isEmpty() && to.length() >= from.length() && scale(from) == scale(to);
    }

    private static int scale(SqlType type) {
        return type.lengths().size() > 1 ? type.lengths().get(1) : 0;
    }
}
