package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Creates databases, and makes those of tests anew. */
public final class DatabaseCreation {

    private static final Pattern ENCODING = Pattern.compile("[A-Za-z0-9_-]+");

    private DatabaseCreation() {}

    /**
     * Creates the database unless it exists, in the encoding and with the collation that its configuration names.
     *
     * @return whether it was created
     * @throws JetsException if the server refuses, or the encoding is no name
     */
    public static boolean createIfMissing(DatabaseConfig config) {
        requireEncoding(config);
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            return !exists(connection, config) && create(connection, config);
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
        requireEncoding(config);
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            Sessions.execute(connection, dialect(config).removal(config.database()));
            create(connection, config);
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

    private static boolean create(Connection connection, DatabaseConfig config) throws SQLException {
        try {
            Sessions.execute(connection, dialect(config).creation(connection, config));
            return true;
        } catch (SQLException e) {
            if (dialect(config).existsByNow(e)) {
                return false;
            }
            Optional<DatabaseConfig> instead = dialect(config).instead(config, e);
            if (instead.isEmpty()) {
                throw notCreated(config, e);
            }
            return createInstead(connection, instead.get(), notCreated(config, e));
        }
    }

    /** Where that is refused too, the first refusal is the one to tell. */
    private static boolean createInstead(Connection connection, DatabaseConfig config, JetsException refusal) {
        try {
            Sessions.execute(connection, dialect(config).creation(connection, config));
            return true;
        } catch (SQLException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static void requireEncoding(DatabaseConfig config) {
        String usual = dialect(config).usualEncoding();
        String encoding = config.encoding().orElse(usual);
        if (!ENCODING.matcher(encoding).matches()) {
            throw new JetsException("encoding '" + encoding + "' of database '" + config.database()
                    + "' is not a name; expected one such as " + usual);
        }
    }

    private static ServerDialect dialect(DatabaseConfig config) {
        return ServerDialect.of(config.adapter());
    }

    /** What the configuration asks of a new database is told beside the server's words, which may not say what is wrong. */
    private static JetsException notCreated(DatabaseConfig config, SQLException cause) {
        JetsException failure = failed("create", config, cause);
        String asked = asked(config);
        return asked.isEmpty()
                ? failure
                : new JetsException(failure.getMessage() + "\n  config/database.yml has for it: " + asked, cause);
    }

    private static String asked(DatabaseConfig config) {
        Map<String, Optional<String>> keys = new LinkedHashMap<>();
        keys.put("encoding", config.encoding());
        keys.put("collation", config.collation());
        keys.put("ctype", config.ctype());
        keys.put("template", config.template());
        return keys.entrySet().stream()
                .flatMap(key -> key.getValue().map(value -> key.getKey() + ": " + value).stream())
                .collect(Collectors.joining(", "));
    }

    static JetsException failed(String action, DatabaseConfig config, SQLException cause) {
        return new JetsException(
                "could not " + action + " the database '" + config.database() + "': " + cause.getMessage(), cause);
    }
}
