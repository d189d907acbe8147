package com.javaonjets.database;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.Metadata;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What differs between the servers when whole databases are made and removed. */
sealed interface ServerDialect permits MysqlServerDialect, PostgresqlServerDialect {

    static ServerDialect of(Adapter adapter) {
        return switch (adapter) {
            case MYSQL -> new MysqlServerDialect();
            case POSTGRESQL -> new PostgresqlServerDialect();
        };
    }

    /** A query with one parameter, the database's name, that gives a row if it exists. */
    String existence();

    /** The tables that migrating makes, whatever the migrations do. */
    String BOOKS = "('flyway_schema_history', '" + Metadata.TABLE + "')";

    /** A query for a row if the database that it runs in has a table or a view, but for {@link #BOOKS}. */
    String content();

    String quoted(String identifier);

    /** The encoding of a database that names none. */
    String usualEncoding();

    String creation(DatabaseConfig config, String encoding);

    /** Whether the failure says that another session has made the database meanwhile. */
    boolean existsByNow(SQLException failure);

    /** What to send instead of a statement that creates, where the failure allows another way. */
    Optional<String> instead(Connection connection, String creation, SQLException failure) throws SQLException;

    /** The sessions in the database, but for this one. */
    List<OtherSession> others(Connection connection, String database) throws SQLException;

    /** A statement that drops the database if it exists, and ends no session. */
    default String removal(String database) {
        return "DROP DATABASE IF EXISTS " + quoted(database);
    }

    /** Drops the database if it exists, and ends its sessions. */
    void removeWithSessions(Connection connection, String database) throws SQLException;

    /** Whether the failure says that sessions are in the database. */
    boolean isInUse(SQLException failure);
}
