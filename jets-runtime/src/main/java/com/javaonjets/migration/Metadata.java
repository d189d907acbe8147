package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code jets_metadata}, which keeps the environment that made the database, as Rails' {@code
 * ar_internal_metadata} does. Each call opens a connection of its own.
 */
public final class Metadata {

    /** The name of the table; dumps leave it out. */
    public static final String TABLE = "jets_metadata";

    private static final String ENVIRONMENT = "environment";

    private final DataSource source;
    private final Dialect dialect;

    Metadata(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    /** The metadata of a database. */
    public static Metadata of(DatabaseConfig config) {
        return new Metadata(DirectDataSource.of(config), Dialect.of(config.adapter()));
    }

    /**
     * The environment whose first migration made the database; empty where none has run, or where its user could not
     * make the table.
     *
     * @throws JetsException if the database cannot be asked
     */
    public Optional<String> environment() {
        String query = "SELECT " + column("value") + " FROM " + table() + " WHERE " + column("key") + " = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, ENVIRONMENT);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (isMissingTable(e)) {
                return Optional.empty();
            }
            throw new JetsException(
                    "cannot read the table " + TABLE + ": " + ServerWords.of(e) + "; allow the user to select from it",
                    e);
        }
    }

    /**
     * Stores the environment, unless one is stored already.
     *
     * @throws JetsException if the table cannot be made or written, with the statement that makes it
     */
    public void store(Environment environment) {
        try (Connection connection = source.getConnection()) {
            create(connection);
            insert(connection, environment);
        } catch (SQLException e) {
            throw new JetsException(
                    "cannot store the environment '" + environment + "' in the table " + TABLE + ": "
                            + ServerWords.of(e)
                            + "; db-drop and its like cannot tell then what the database is for; allow the user to create it, or run: "
                            + definition(),
                    e);
        }
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition());
        }
    }

    private String definition() {
        return "CREATE TABLE IF NOT EXISTS " + table() + " (" + column("key") + " varchar(255) NOT NULL PRIMARY KEY, "
                + column("value") + " varchar(255), created_at " + dialect.timestamp() + " NOT NULL)";
    }

    private void insert(Connection connection, Environment environment) throws SQLException {
        String sql = "INSERT INTO " + table() + " SELECT ?, ?, " + dialect.now()
                + " FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM " + table() + " WHERE " + column("key")
                + " = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ENVIRONMENT);
            statement.setString(2, environment.name());
            statement.setString(3, ENVIRONMENT);
            statement.executeUpdate();
        }
    }

    private String table() {
        return dialect.quoted(TABLE);
    }

    private String column(String name) {
        return dialect.quoted(name);
    }

    private static boolean isMissingTable(SQLException failure) {
        return "42P01".equals(failure.getSQLState()) || "42S02".equals(failure.getSQLState());
    }
}
