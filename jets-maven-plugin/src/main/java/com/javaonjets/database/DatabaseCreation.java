package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creates databases, and makes those of tests anew. */
public final class DatabaseCreation {

    private static final Pattern ENCODING = Pattern.compile("[A-Za-z0-9_-]+");

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
            return !exists(connection, config) && create(connection, config, statement);
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
            Sessions.execute(connection, dialect(config).removal(config.database()));
            create(connection, config, statement);
        } catch (SQLException e) {
            throw failed("recreate", config, e);
        }
    }

    /** Whether the server has the database. */
    static boolean exists(DatabaseConfig config) {
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            return exists(connection, config);
        } catch (SQLException e) {
            throw failed("look for", config, e);
        }
    }

    static boolean exists(Connection connection, DatabaseConfig config) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(dialect(config).existence())) {
            statement.setString(1, config.database());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Whether the database, which exists, has no table and no view but what migrating makes. */
    static boolean isEmpty(DatabaseConfig config) {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(dialect(config).content())) {
            return !rows.next();
        } catch (SQLException e) {
            throw failed("look into", config, e);
        }
    }

    private static boolean create(Connection connection, DatabaseConfig config, String sql) throws SQLException {
        try {
            Sessions.execute(connection, sql);
            return true;
        } catch (SQLException e) {
            if (dialect(config).existsByNow(e)) {
                return false;
            }
            Optional<String> instead = dialect(config).instead(connection, sql, e);
            if (instead.isEmpty()) {
                throw e;
            }
            return createInstead(connection, instead.get(), e);
        }
    }

    /** Where that is refused too, the first refusal is the one to tell. */
    private static boolean createInstead(Connection connection, String sql, SQLException refusal) throws SQLException {
        try {
            Sessions.execute(connection, sql);
            return true;
        } catch (SQLException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static String createStatement(DatabaseConfig config) {
        String usual = dialect(config).usualEncoding();
        String encoding = config.encoding().orElse(usual);
        if (!ENCODING.matcher(encoding).matches()) {
            throw new JetsException("encoding '" + encoding + "' of database '" + config.database()
                    + "' is not a name; expected one such as " + usual);
        }
        return dialect(config).creation(config, encoding);
    }

    private static ServerDialect dialect(DatabaseConfig config) {
        return ServerDialect.of(config.adapter());
    }

    static JetsException failed(String action, DatabaseConfig config, SQLException cause) {
        return new JetsException(
                "could not " + action + " the database '" + config.database() + "': " + cause.getMessage(), cause);
    }
}
