package com.javaonjets.lint;

import static com.javaonjets.lint.PostgreSqlRules.NAMES;

import java.util.List;

/** Steps of which several safe ways consist, on PostgreSQL. */
final class PostgreSqlSteps {

    private PostgreSqlSteps() {}

    /** A valid check of the same spares SET NOT NULL its own look at the rows; VALIDATE blocks nobody, and stands first. */
    static List<Step> notNull(String table, String column, String when) {
        String check = NAMES.joined(table, column, "present");
        String alter = "ALTER TABLE " + table + " ";
        return List.of(
                Step.migration(
                        when, alter + "ADD CONSTRAINT " + check + " CHECK (" + column + " IS NOT NULL) NOT VALID;"),
                Step.migration(
                        "every row has a value in " + column,
                        alter + "VALIDATE CONSTRAINT " + check + ";\n" + alter + "ALTER COLUMN " + column
                                + " SET NOT NULL;\n" + alter + "DROP CONSTRAINT " + check + ";"));
    }

    /** In two transactions: the lock of the first would be held while the rows are read. */
    static List<Step> validated(String table, String constraint, String definition) {
        return List.of(
                Step.migration(
                        "ALTER TABLE " + table + " ADD CONSTRAINT " + constraint + " " + definition + " NOT VALID;"),
                Step.migration("ALTER TABLE " + table + " VALIDATE CONSTRAINT " + constraint + ";"));
    }

    static List<Step> indexed(String table, String constraint, String kind, String columns) {
        return List.of(
                Step.migration("CREATE UNIQUE INDEX CONCURRENTLY " + constraint + " ON " + table + " " + columns + ";"),
                Step.migration("ALTER TABLE " + table + " ADD CONSTRAINT " + constraint + " " + kind + " USING INDEX "
                        + constraint + ";"));
    }

    /** Until the two agree, those that change meanwhile included. */
    static Step fill(String table, String column, String value, String when) {
        return batches(table, column, value, when, column + " IS DISTINCT FROM " + value);
    }

    static Step fillNulls(String table, String column) {
        return batches(table, column, "DEFAULT", "", column + " IS NULL");
    }

    private static Step batches(String table, String column, String value, String when, String rows) {
        return Step.batches(
                when,
                "UPDATE " + table + " SET " + column + " = " + value + " WHERE ctid IN (\n  SELECT ctid FROM " + table
                        + " WHERE " + rows + " LIMIT 10000);");
    }

    static Step drop(String table, String column) {
        return Step.confirmed(
                "no release uses " + column + " of " + table + " any more",
                "ALTER TABLE " + table + " DROP COLUMN " + column + ";");
    }
}
