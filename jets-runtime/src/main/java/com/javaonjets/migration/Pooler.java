package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Tells a transaction pooler, such as PgBouncer in transaction mode, from a server: behind it no session is one's own,
 * so no lock holds.
 */
final class Pooler {

    private static final int ROUNDS = 3;
    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(5);

    private Pooler() {}

    /** @throws JetsException if the session's server process serves others too */
    static void refuse(Session session, DatabaseConfig config) {
        if (isShared(session)) {
            throw new JetsException("at " + config.host() + ":" + config.port()
                    + " a pooler changes the server process between transactions,"
                    + " and migrations need a session of their own; nothing was run;"
                    + " give the database's direct address, or the pooler's port for session mode");
        }
    }

    /** Where there is no second connection to be had, as in session mode with one process, nobody shares. */
    private static boolean isShared(Session session) {
        try (Connection second = session.source().getConnection()) {
            second.setNetworkTimeout(Runnable::run, PATIENCE);
            second.setAutoCommit(false);
            return isShared(session.connection(), second);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * While a transaction of a second connection holds on to its server process, that process cannot be the first
     * connection's, nor can the first connection's be another than before, unless a pooler deals them out.
     */
    private static boolean isShared(Connection first, Connection second) throws SQLException {
        String before = process(first);
        for (int round = 0; round < ROUNDS; round++) {
            if (process(second).equals(before) || !process(first).equals(before)) {
                return true;
            }
            second.rollback();
        }
        return false;
    }

    private static String process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }
}
