package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that are begun in the driver's place, and autocommit behind its back. */
abstract class MysqlSessionContract {

    private final DatabaseConfig config;
    private final Connections connections;

    MysqlSessionContract(Server server) {
        config = server.newDatabase();
        connections = Connections.open(config, Map.of());
    }

    @BeforeEach
    void createTable() throws SQLException {
        run("create table posts (id int)");
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void restoresAutocommitThatSqlSwitchedOff() throws SQLException {
        run("set autocommit = 0", "insert into posts values (1)");
        run("insert into posts values (2)");

        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void restoresAutocommitThatSqlSwitchedOffBeforeAFailure() throws SQLException {
        assertThatThrownBy(() -> run("set autocommit = 0", "insert into posts values (1)", "select nothing"))
                .isInstanceOf(SQLException.class);
        run("insert into posts values (2)");

        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void goesOnWithATransactionAfterAFailure() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            assertThatThrownBy(() -> statement.execute("select nothing")).isInstanceOf(SQLException.class);
            statement.execute("insert into posts values (2)");
            assertThat(committed()).isZero();
            connection.commit();
            assertThat(committed()).isEqualTo(1 + 2);
            statement.execute("insert into posts values (4)");
            connection.rollback();
        }
        run("insert into posts values (8)");

        assertThat(committed()).isEqualTo(1 + 2 + 8);
    }

    @Test
    void beginsAgainAfterAStatementThatCommits() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            statement.execute("create table others (id int)");
            statement.execute("insert into posts values (2)");
            connection.rollback();
        }

        assertThat(committed()).isEqualTo(1);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private long committed() throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            return Server.number(connection, "select coalesce(sum(id), 0) from posts");
        }
    }
}
