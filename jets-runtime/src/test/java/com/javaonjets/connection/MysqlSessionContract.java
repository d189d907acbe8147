package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.jdbc.JdbcStatement;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** After some calls the driver does not know the server's state, nor while another thread's statement runs. */
    @ParameterizedTest
    @EnumSource
    void commitsWhatIsOpenAfterACallWithoutState(CallWithoutState call) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            call.on(connection);
            connection.commit();
        }

        assertThat(committed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void undoesWhatIsOpenAfterACallWithoutState(CallWithoutState call) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            call.on(connection);
            statement.execute("insert into posts values (2)");
            call.on(connection);
            connection.rollback();
            statement.execute("insert into posts values (4)");
            call.on(connection);
            connection.setAutoCommit(true);
        }

        assertThat(committed()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void restoresAutocommitAfterACallWithoutState(CallWithoutState call) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("set autocommit = 0");
            statement.execute("insert into posts values (1)");
            call.on(connection);
        }
        run("insert into posts values (2)");

        assertThat(committed()).isEqualTo(2);
    }

    /** What the driver asks the server without reading from the answer how the transaction stands. */
    enum CallWithoutState {
        STREAM {
            @Override
            void on(Connection connection) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.setFetchSize(Integer.MIN_VALUE);
                    try (ResultSet rows = statement.executeQuery("select 1 union select 2")) {
                        assertThat(rows.next()).isTrue();
                    }
                }
            }
        },
        PING {
            @Override
            void on(Connection connection) throws SQLException {
                assertThat(connection.isValid(5)).isTrue();
            }
        };

        abstract void on(Connection connection) throws SQLException;
    }

    @Test
    void keepsTheTransactionOfTwoThreadsTogether() throws Exception {
        try (Connection connection = connections.borrow()) {
            connection.setAutoCommit(false);
            List<FutureTask<Void>> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                others.add(insertOften(connection));
            }
            for (FutureTask<Void> other : others) {
                other.get();
            }
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    private static FutureTask<Void> insertOften(Connection connection) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into posts values (1)")) {
                for (int i = 0; i < 50; i++) {
                    insert.execute();
                }
            }
            return null;
        });
        new Thread(task, "inserts").start();
        return task;
    }

    /** The session goes on as the borrower wants it, and the next statement tries again. */
    @Test
    void staysInItsTransactionWhereItCannotBeLeftToTheDriver() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement rows = connection.createStatement();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            rows.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet open = rows.executeQuery("select 1 union select 2")) {
                assertThat(open.next()).isTrue();
                assertThatThrownBy(() -> statement.execute("set @jets = 7")).isInstanceOf(SQLException.class);
            }
            assertThat(connection.getAutoCommit()).isFalse();
            statement.execute("set @jets = 7");
            statement.execute("insert into posts values (2)");
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    @Test
    void leavesABatchOfAnythingToTheDriver() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.addBatch("truncate posts");
            statement.addBatch("insert into posts values (1)");
            statement.addBatch("insert into nowhere values (2)");
            assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    @Test
    void leavesABatchThatHoldsMoreThanItWasPreparedForToTheDriver() throws SQLException {
        try (Connection connection = connections.borrow();
                PreparedStatement insert = connection.prepareStatement("insert into posts values (?)")) {
            connection.setAutoCommit(false);
            insert.addBatch("create table others (id int)");
            insert.setInt(1, 1);
            insert.addBatch();
            insert.executeBatch();
            insert.setInt(1, 2);
            insert.execute();
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    @Test
    void undoesWhatABatchDidAfterAFailure() throws SQLException {
        run("create trigger losing before insert on posts for each row if new.id = 7 then"
                + " signal sqlstate 'HY000' set mysql_errno = 1020; end if");
        try (Connection connection = connections.borrow();
                PreparedStatement insert = connection.prepareStatement("insert into posts values (?)")) {
            connection.setAutoCommit(false);
            for (int id : new int[] {1, 7, 2}) {
                insert.setInt(1, id);
                insert.addBatch();
            }
            assertThatThrownBy(insert::executeBatch).isInstanceOf(SQLException.class);
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    @Test
    void commitsWhatSqlBeganWhereAutocommitIsSwitchedOn() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("set autocommit = 0");
            statement.execute("insert into posts values (1)");
            connection.setAutoCommit(true);
        }

        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void undoesWhatFollowsAnAutocommitThatSqlSwitchedOn() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set autocommit = 1");
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    /** A driver that keeps statements gives the second one what the first one had. */
    @Test
    void closesAStatementOnce() throws SQLException {
        Connections others = Connections.open(
                config.toBuilder()
                        .properties(Map.of("useServerPrepStmts", "true", "cachePrepStmts", "true"))
                        .build(),
                Map.of());
        try (Connection connection = others.borrow()) {
            PreparedStatement first = connection.prepareStatement("select ?");
            first.close();
            try (PreparedStatement second = connection.prepareStatement("select ?")) {
                first.close();
                second.setInt(1, 7);
                assertThat(second.execute()).isTrue();
            }
        } finally {
            others.close();
        }
    }

    @Test
    void undoesWhatAProcedureDidBehindACommitOfItsOwn() throws SQLException {
        run("create procedure two() begin insert into posts values (1); commit; insert into posts values (2); end");
        try (Connection connection = connections.borrow();
                CallableStatement call = connection.prepareCall("{call two()}")) {
            connection.setAutoCommit(false);
            call.execute();
            connection.rollback();
        }

        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void undoesWhatFollowsACommitInOneText() throws SQLException {
        DatabaseConfig several = config.toBuilder()
                .properties(Map.of("allowMultiQueries", "true"))
                .build();
        Connections others = Connections.open(several, Map.of());
        try (Connection connection = others.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1); commit; insert into posts values (2)");
            connection.rollback();
        } finally {
            others.close();
        }

        assertThat(committed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTablesLockedInATransaction(boolean lockedFirst) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            if (lockedFirst) {
                statement.execute("lock tables posts write");
                connection.setAutoCommit(false);
            } else {
                connection.setAutoCommit(false);
                statement.execute("lock tables posts write");
            }
            statement.execute("insert into posts values (1)");
            assertThatThrownBy(() -> elsewhere("insert into posts values (2)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Lock wait timeout");
            connection.commit();
            statement.execute("unlock tables");
        }

        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void takesTheIsolationOfTheNextTransaction() throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level serializable");
            statement.execute("/* the first */ insert into posts values (1)");
            connection.commit();
        }

        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void undoesWhatTheDriversOwnStatementDid() throws SQLException {
        try (Connection connection = connections.borrow();
                CallableStatement call = connection.prepareCall("insert into posts values (1)")) {
            connection.setAutoCommit(false);
            call.unwrap(JdbcStatement.class).getConnection().createStatement().execute("insert into posts values (2)");
            connection.rollback();
        }

        assertThat(committed()).isZero();
    }

    private void elsewhere(String sql) throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_wait_timeout = 1");
            statement.execute(sql);
        }
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
