package com.javaonjets.database.dump;

import static com.javaonjets.database.dump.MysqlSetting.CHARACTER_SET_CLIENT;
import static com.javaonjets.database.dump.MysqlSetting.COLLATION_CONNECTION;
import static com.javaonjets.database.dump.MysqlSetting.DATABASE_COLLATION;
import static com.javaonjets.database.dump.MysqlSetting.SQL_MODE;
import static com.javaonjets.database.dump.MysqlSetting.TIME_ZONE;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * Something that a MySQL schema is made of.
 *
 * @param place among those of its kind
 * @param sql without the account that made it, and without a delimiter
 * @param settings of the session that made it, which the server keeps with it
 */
record MysqlObject(Kind kind, String name, String place, String sql, Map<MysqlSetting, String> settings) {

    /** In the order in which they are written: tables need sequences, views need tables and functions. */
    enum Kind {
        SEQUENCE,
        TABLE,
        FUNCTION,
        PROCEDURE,
        VIEW,
        TRIGGER,
        EVENT;

        /** What the server keeps with it. */
        Set<MysqlSetting> settings() {
            return switch (this) {
                case SEQUENCE, TABLE -> Set.of();
                case VIEW -> Set.of(CHARACTER_SET_CLIENT, COLLATION_CONNECTION);
                case FUNCTION, PROCEDURE, TRIGGER ->
                    Set.of(SQL_MODE, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION);
                case EVENT ->
                    Set.of(SQL_MODE, TIME_ZONE, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION);
            };
        }

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
}
