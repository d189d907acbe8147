package com.javaonjets.database;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.dump.Bookkeeping;
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
    String BOOKS = "(" + Bookkeeping.sqlList() + ")";

    /** A query for a row if the database that it runs in has a table or a view, but for {@link #BOOKS}. */
    String content();

    String quoted(String identifier);

    /** The encoding of a database that names none. */
    String usualEncoding();

    /** A statement for the server at the other end of the connection. */
    String creation(Connection connection, DatabaseConfig config) throws SQLException;

    /** Whether the failure says that another session has made the database meanwhile. */
    boolean existsByNow(SQLException failure);

    /** What to create instead, where the failure allows another way and the configuration leaves it open. */
    Optional<DatabaseConfig> instead(DatabaseConfig config, SQLException failure);

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
