package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table in which Flyway keeps what was applied: the part of it that Flyway's interface does not reach.
 *
 * @param table quoted and qualified, in the very spelling whose hash code is in the name of Flyway's lock
 */
record History(Session session, Dialect dialect, String table) {

    static final String NAME = "flyway_schema_history";

    private static final Logger LOGGER = LoggerFactory.getLogger(History.class);

    static History of(Session session, Dialect dialect) throws SQLException {
        String schema = session.value(dialect.currentSchema());
        if (schema == null) {
            throw new JetsException("the session has no current schema to keep " + NAME
                    + " in; name a database in config/database.yml, or an existing schema in its search_path");
        }
        return new History(session, dialect, dialect.quoted(schema) + "." + dialect.quoted(NAME));
    }

    boolean exists() throws SQLException {
        return session.value(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = (" + dialect.currentSchema()
                                + ") AND table_name = ?",
                        NAME)
                != null;
    }

    /** When each row was written, by its rank. */
    Map<Integer, Instant> appliedAt() throws SQLException {
        Map<Integer, Instant> moments = new HashMap<>();
        String query = "SELECT installed_rank, " + dialect.epochSeconds("installed_on") + " FROM " + table;
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                moments.put(rows.getInt(1), instant(rows.getBigDecimal(2)));
            }
        }
        return moments;
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochSecond(0, seconds.movePointRight(9).longValue());
    }

    /** Forgets that a migration failed, which has left nothing; the database may be gone too, and the row stays then. */
    void forgetFailure(String script) {
        String sql = "DELETE FROM " + table + " WHERE script = ? AND success = FALSE";
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, script);
            statement.executeUpdate();
        } catch (SQLException e) {
            LOGGER.debug("the failed row of {} stays", script, e);
        }
    }

    void drop() throws SQLException {
        session.execute("DROP TABLE " + table);
    }

    /** Forgets a migration, which is pending then. */
    void delete(int rank) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE installed_rank = ?";
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setInt(1, rank);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("no row " + rank + " in " + table);
            }
        }
    }
}
