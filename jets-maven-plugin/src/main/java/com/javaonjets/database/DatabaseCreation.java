package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates databases, and makes those of tests anew. */
public final class DatabaseCreation {

    private static final Pattern ENCODING = Pattern.compile("[A-Za-z0-9_-]+");
    /** What PostgreSQL answers when another session has made the database between our look and our statement. */
    private static final Set<String> EXISTS_BY_NOW = Set.of("42P04", "23505");

    private DatabaseCreation() {}

    /**
     * Creates the database unless it exists, in the encoding that its configuration names.
     *
     * @return whether it was created
     * @throws JetsException if the server refuses, or the encoding is no name
     */
    public static boolean createIfMissing(DatabaseConfig config) {
        String statement = createStatement(config);
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            return !exists(connection, config) && execute(connection, statement);
        } catch (SQLException e) {
            throw failed("create", config, e);
        }
    }

    /**
     * Drops the database with everything in it, and creates it again. Callers answer for its being disposable.
     *
     * @throws JetsException if the server refuses
     */
    public static void recreate(DatabaseConfig config) {
        String statement = createStatement(config);
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            execute(connection, "DROP DATABASE IF EXISTS " + quoted(config));
            execute(connection, statement);
        } catch (SQLException e) {
            throw failed("recreate", config, e);
        }
    }

    private static boolean exists(Connection connection, DatabaseConfig config) throws SQLException {
        String query = switch (config.adapter()) {
            case MYSQL -> "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?";
            case POSTGRESQL -> "SELECT 1 FROM pg_database WHERE datname = ?";
        };
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, config.database());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (EXISTS_BY_NOW.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static String createStatement(DatabaseConfig config) {
        return switch (config.adapter()) {
            case MYSQL ->
                "CREATE DATABASE IF NOT EXISTS " + quoted(config) + " DEFAULT CHARACTER SET "
                        + encoding(config, "utf8mb4");
            // template0 takes any encoding, template1 its own alone.
            case POSTGRESQL ->
                "CREATE DATABASE " + quoted(config) + " TEMPLATE template0 ENCODING '" + encoding(config, "UTF8") + "'";
        };
    }

    private static String encoding(DatabaseConfig config, String usual) {
        String encoding = config.encoding().orElse(usual);
        if (!ENCODING.matcher(encoding).matches()) {
            throw new JetsException("encoding '" + encoding + "' of database '" + config.database()
                    + "' is not a name; expected one such as " + usual);
        }
        return encoding;
    }

    private static String quoted(DatabaseConfig config) {
        String quote = config.adapter() == Adapter.MYSQL ? "`" : "\"";
        return quote + config.database().replace(quote, quote + quote) + quote;
    }

    private static JetsException failed(String action, DatabaseConfig config, SQLException cause) {
        return new JetsException(
                "could not " + action + " the database '" + config.database() + "': " + cause.getMessage(), cause);
    }
}
