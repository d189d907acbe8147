package com.javaonjets.database;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who is in a database beside oneself. */
final class Sessions {

    /** A session that was closed a moment ago takes the server a moment to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Sessions() {}

    /**
     * Waits a little until nobody else is in the database.
     *
     * @throws JetsException if somebody is still, naming each
     */
    static void refuseOthers(Connection connection, DatabaseConfig config) throws SQLException {
        ServerDialect dialect = ServerDialect.of(config.adapter());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<OtherSession> others = dialect.others(connection, config.database());
        while (!others.isEmpty() && System.nanoTime() < deadline) {
            Pauses.pause();
            others = dialect.others(connection, config.database());
        }
        if (!others.isEmpty()) {
            throw refusal(config, others);
        }
    }

    private static JetsException refusal(DatabaseConfig config, List<OtherSession> others) {
        return new JetsException("the database '" + config.database() + "' is in use by " + others.size()
                + (others.size() == 1 ? " other session" : " other sessions") + "; it was not dropped:\n"
                + others.stream().map(other -> "  " + other).collect(joining("\n"))
                + "\n  next: end what has opened " + (others.size() == 1 ? "it" : "them")
                + ", or run it again with -Djets.disconnect, which ends other sessions");
    }

    static List<OtherSession> read(Connection connection, String query, String database) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, database);
            try (ResultSet rows = statement.executeQuery()) {
                List<OtherSession> others = new ArrayList<>();
                while (rows.next()) {
                    others.add(new OtherSession(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
                return others;
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
