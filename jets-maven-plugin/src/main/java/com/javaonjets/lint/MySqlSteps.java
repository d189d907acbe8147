package com.javaonjets.lint;

/** Steps of which several safe ways consist, on MySQL. */
final class MySqlSteps {

    /** With these the server refuses at once what it would do by a copy or a lock. */
    static final String GUARD = ", ALGORITHM=INPLACE, LOCK=NONE";

    private MySqlSteps() {}

    static Step guarded(String table, String change) {
        return Step.migration("ALTER TABLE " + table + " " + change + GUARD + ";");
    }

    static Step fill(String table, String column, String value, String source, String when) {
        return Step.batches(
                when,
                "UPDATE " + table + " SET " + column + " = " + value + " WHERE " + column + " IS NULL AND " + source
                        + " IS NOT NULL LIMIT 10000;");
    }

    static Step fillNulls(String table, String column, String value, String when) {
        return Step.batches(
                when,
                "UPDATE " + table + " SET " + column + " = " + value + " WHERE " + column + " IS NULL LIMIT 10000;");
    }

    static Step drop(String table, String column) {
        return Step.confirmed(
                "no release uses " + column + " of " + table + " any more",
                "ALTER TABLE " + table + " DROP COLUMN " + column + ";");
    }

    /** What no way round is known for in SQL alone. */
    static Hazard noWay(String effect, String sql) {
        return Hazard.of(
                effect + "; gh-ost and pt-online-schema-change do it without", Step.confirmed("writes may wait", sql));
    }
}
