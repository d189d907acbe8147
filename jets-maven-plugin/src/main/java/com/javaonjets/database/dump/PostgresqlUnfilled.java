package com.javaonjets.database.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The materialized views that are made without rows: those that were never filled, and what reads them, which cannot be filled then. */
final class PostgresqlUnfilled {

    /** Begins a query; with the views in between, which are no materialized ones. */
    static final String WITH_UNFILLED = """
            WITH RECURSIVE unfilled (oid) AS (
                SELECT oid FROM pg_class WHERE relkind = 'm' AND NOT relispopulated
                UNION SELECT ev_class FROM unfilled JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = unfilled.oid
                    JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid)
            """;

    private static final String NAMES = WITH_UNFILLED + """
            SELECT nspname, relname FROM unfilled JOIN pg_class c ON c.oid = unfilled.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE relkind = 'm'""";

    private PostgresqlUnfilled() {}

    /** Schema and name of each. */
    static Set<List<String>> names(Connection connection) throws SQLException {
        return Set.copyOf(
                new Rows(connection).list(NAMES, row -> List.of(row.getString("nspname"), row.getString("relname"))));
    }
}
