package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the contract tests ask a server about its own side of the connections. */
enum Server {
    POSTGRESQL(
            "select pg_backend_pid()",
            "select count(*) from pg_stat_activity where datname = '%s'",
            "select pg_terminate_backend(%d)"),
    MARIADB("select connection_id()", "select count(*) from information_schema.processlist where db = '%s'", "kill %d"),
    MYSQL("select connection_id()", "select count(*) from performance_schema.processlist where db = '%s'", "kill %d");

    private final String id;
    private final String count;
    private final String kill;

    Server(String id, String count, String kill) {
        this.id = id;
        this.count = count;
        this.kill = kill;
    }

    DatabaseConfig newDatabase() {
        return switch (this) {
            case POSTGRESQL -> TestServers.postgresql();
            case MARIADB -> TestServers.mariadb();
            case MYSQL -> TestServers.mysql();
        };
    }

    /** The server's number for a connection. */
    long id(Connection connection) throws SQLException {
        return number(connection, id);
    }

    /** How many connections the server has to a database. */
    long count(DatabaseConfig config) throws SQLException {
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            return number(connection, count.formatted(config.database()));
        }
    }

    void kill(long connectionId, DatabaseConfig config) throws SQLException {
        try (Connection connection = DirectDataSource.ofServer(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(kill.formatted(connectionId));
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
