package com.javaonjets.database.dump;

import java.util.Locale;

/** What the server keeps with an object of the session that made it, and runs the object by. */
enum MysqlSetting {
    SQL_MODE,
    TIME_ZONE,
    CHARACTER_SET_CLIENT,
    COLLATION_CONNECTION,
    /** The collation of the database, that of the parameters and variables which name none. */
    DATABASE_COLLATION;

    /** The session's. */
    String variable() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of what SHOW CREATE answers. */
    String column() {
        return this == DATABASE_COLLATION ? "Database Collation" : variable();
    }
}
