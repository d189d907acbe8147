package com.javaonjets.database.dump;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a MySQL schema is made of.
 *
 * @param place among those of its kind
 * @param sql without the account that made it, and without a delimiter
 * @param settings of the session that made it, which the server keeps with it
 */
record MysqlObject(Kind kind, String name, String place, String sql, Settings settings) {

    /** In the order in which they are written: tables need sequences, views need tables and functions. */
    enum Kind {
        SEQUENCE,
        TABLE,
        FUNCTION,
        PROCEDURE,
        VIEW,
        TRIGGER,
        EVENT;

        /** Whether its text may hold semicolons. */
        boolean compound() {
            return switch (this) {
                case SEQUENCE, TABLE, VIEW -> false;
                case FUNCTION, PROCEDURE, TRIGGER, EVENT -> true;
            };
        }
    }

    static final Comparator<MysqlObject> ORDER = Comparator.comparing(MysqlObject::kind)
            .thenComparing(MysqlObject::place)
            .thenComparing(MysqlObject::name);

    record Settings(Optional<String> sqlMode, Optional<String> collation, Optional<String> timeZone) {

        static final Settings NONE = new Settings(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
