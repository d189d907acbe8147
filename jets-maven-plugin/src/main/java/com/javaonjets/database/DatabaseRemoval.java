package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Drops databases. What may be dropped is for {@link Safeguard} to say, before. */
public final class DatabaseRemoval {

    private DatabaseRemoval() {}

    /**
     * Drops the database if it exists.
     *
     * @param disconnect whether other sessions that are in it are ended; else it stays where there are any
     * @return whether it was there
     * @throws JetsException if other sessions are in it, naming each; or if the server refuses
     */
    public static boolean drop(DatabaseConfig config, boolean disconnect) {
        return disconnect ? dropAndDisconnect(config) : dropIfUnused(config);
    }

    private static boolean dropIfUnused(DatabaseConfig config) {
        return drop(config, connection -> {
            Sessions.refuseOthers(connection, config);
            Sessions.execute(connection, ServerDialect.of(config.adapter()).removal(config.database()));
        });
    }

    private static boolean dropAndDisconnect(DatabaseConfig config) {
        return drop(
                config,
                connection -> ServerDialect.of(config.adapter()).removeWithSessions(connection, config.database()));
    }

    private static boolean drop(DatabaseConfig config, Drop drop) {
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            if (!DatabaseCreation.exists(connection, config)) {
                return false;
            }
            drop(connection, config, drop);
            return true;
        } catch (SQLException e) {
            throw DatabaseCreation.failed("drop", config, e);
        }
    }

    /** Somebody may have come after our look. */
    private static void drop(Connection connection, DatabaseConfig config, Drop drop) throws SQLException {
        try {
            drop.on(connection);
        } catch (SQLException e) {
            if (ServerDialect.of(config.adapter()).isInUse(e)) {
                Sessions.refuseOthers(connection, config);
            }
            throw e;
        }
    }

    private interface Drop {

        void on(Connection connection) throws SQLException;
    }
}
