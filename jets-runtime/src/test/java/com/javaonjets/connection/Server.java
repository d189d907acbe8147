package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What the contract tests ask a server about its own side of the connections. */
enum Server {
    POSTGRESQL(
            "select pg_backend_pid()",
            "select count(*) from pg_stat_activity where datname = '%s' and backend_type = 'client backend'",
            "select pg_terminate_backend(%d, 10000)",
            "select count(*) from pg_stat_activity where pid = %d"),
    MARIADB(
            "select connection_id()",
            "select count(*) from information_schema.processlist where db = '%s'",
            "kill %d",
            "select count(*) from information_schema.processlist where id = %d"),
    MYSQL(
            "select connection_id()",
            "select count(*) from performance_schema.processlist where db = '%s'",
            "kill %d",
            "select count(*) from performance_schema.processlist where id = %d");

    private final String id;
    private final String count;
    private final String kill;
    private final String alive;

    Server(String id, String count, String kill, String alive) {
        this.alive = alive;
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

    String idQuery() {
        return id;
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

    /** Whether a connection is at work on {@link #pause}. */
    boolean isAtWork(Connection other, long connectionId) throws SQLException {
        String query = switch (this) {
            case POSTGRESQL ->
                "select count(*) from pg_stat_activity where pid = %d and query like '%%sleep(0%%' and state = 'active'";
            case MARIADB ->
                "select count(*) from information_schema.processlist where id = %d and info like '%%sleep(0%%'";
            case MYSQL ->
                "select count(*) from performance_schema.processlist where id = %d and info like '%%sleep(0%%'";
        };
        return number(other, query.formatted(connectionId)) > 0;
    }

    /** The query of what a session was told: after how many seconds of idleness it ends. */
    String idleLimitQuery() {
        return this == POSTGRESQL
                ? "select extract(epoch from current_setting('idle_session_timeout')::interval)"
                : "select @@session.wait_timeout";
    }

    /** The same within a transaction; MySQL has but the one limit. */
    String transactionLimitQuery() {
        return switch (this) {
            case POSTGRESQL ->
                "select extract(epoch from current_setting('idle_in_transaction_session_timeout')::interval)";
            case MARIADB -> "select @@session.idle_transaction_timeout";
            case MYSQL -> "select @@session.wait_timeout";
        };
    }

    /** A property of the driver by which a user sets the idle limit, and one thing more. */
    Map<String, String> usersIdleLimit(int seconds) {
        return this == POSTGRESQL
                ? Map.of("options", "-c idle_session_timeout=" + seconds + "s -c lock_timeout=7s")
                : Map.of("sessionVariables", "wait_timeout=" + seconds + ",lock_wait_timeout=7");
    }

    Map<String, String> usersUnknownSetting() {
        return this == POSTGRESQL
                ? Map.of("options", "-c jets_no_such=7")
                : Map.of("sessionVariables", "jets_no_such=7");
    }

    /** The query of the other thing, in seconds. */
    String usersOtherQuery() {
        return this == POSTGRESQL
                ? "select extract(epoch from current_setting('lock_timeout')::interval)"
                : "select @@session.lock_wait_timeout";
    }

    /** How many sessions the server has lost without a farewell: to a database, or in all. */
    long lost(DatabaseConfig config) throws SQLException {
        String query = switch (this) {
            case POSTGRESQL -> "select sessions_abandoned from pg_stat_database where datname = '%s'";
            case MARIADB ->
                "select variable_value from information_schema.global_status where variable_name = 'ABORTED_CLIENTS'";
            case MYSQL ->
                "select variable_value from performance_schema.global_status where variable_name = 'Aborted_clients'";
        };
        try (Connection connection = DirectDataSource.ofServer(config).getConnection()) {
            return number(connection, query.formatted(config.database()));
        }
    }

    /** What a client says last, as the protocol has it: Terminate, and COM_QUIT. */
    byte[] farewell() {
        return this == POSTGRESQL ? new byte[] {'X', 0, 0, 0, 4} : new byte[] {1, 0, 0, 0, 1};
    }

    /** A statement that {@link #isAtWork} sees, and that outlasts any test. */
    String longStatement() {
        return this == POSTGRESQL ? "select 7 from pg_sleep(0600.0)" : "select sleep(0600.0)";
    }

    /** Keeps a connection at work for some tenths of a second. */
    void pause(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(this == POSTGRESQL ? "select pg_sleep(0.7)" : "select sleep(0.7)");
        }
    }

    /** Makes a session answer as a node does that another one took the place of. */
    void playReplica(Statement statement) throws SQLException {
        if (this == POSTGRESQL) {
            statement.execute("set default_transaction_read_only = on");
        }
    }

    /** What such a node refuses by 25006, or MySQL by 1290, as it also refuses what an option of the server forbids. */
    String refusedOnReplica() {
        return switch (this) {
            case POSTGRESQL -> "insert into posts values (1)";
            case MARIADB -> "signal sqlstate 'HY000' set mysql_errno = 1290, message_text = 'read-only'";
            case MYSQL -> "signal sqlstate 'HY000' set mysql_errno = 1836, message_text = 'read-only'";
        };
    }

    /** Makes a user who may have one connection at a time. */
    void createLimitedUser(String name, String password, DatabaseConfig config) throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            if (this == POSTGRESQL) {
                statement.execute("create role " + name + " login connection limit 1 password '" + password + "'");
            } else {
                statement.execute(
                        "create user " + name + " identified by '" + password + "' with max_user_connections 1");
                statement.execute("grant all on " + config.database() + ".* to " + name);
            }
        }
    }

    void dropUser(String name, DatabaseConfig config) throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute((this == POSTGRESQL ? "drop role " : "drop user ") + name);
        }
    }

    /** Ends a connection, and returns when it has ended. */
    void kill(long connectionId, DatabaseConfig config) throws SQLException {
        try (Connection connection = DirectDataSource.ofServer(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(kill.formatted(connectionId));
            while (number(connection, alive.formatted(connectionId)) > 0) {
                Thread.onSpinWait();
            }
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
