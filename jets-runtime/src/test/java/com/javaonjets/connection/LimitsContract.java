package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the server ends by itself, since it was told to. */
@Timeout(120)
abstract class LimitsContract {

    private final Server server;
    private final DatabaseConfig config;
    private Connections connections;

    @TempDir
    private Path folder;

    LimitsContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
        this.connections = Connections.open(config, Map.of());
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void tellsTheServerHowLongAConnectionMayBeIdle() throws Exception {
        try (BorrowerProcess borrower = new BorrowerProcess(config, 1, folder)) {
            assertThat(borrower.answer(server.idleLimitQuery())).isEqualTo("900");
            assertThat(borrower.answer(server.transactionLimitQuery())).isEqualTo("900");
        }
    }

    @Test
    void tellsTheServerTheTimeoutOfTheFunctionWhereItIsKnown() throws Exception {
        try (BorrowerProcess borrower = new BorrowerProcess(config, 1, Duration.ofMillis(29_001), folder)) {
            assertThat(borrower.answer(server.idleLimitQuery())).isEqualTo("900");
            assertThat(borrower.answer(server.transactionLimitQuery()))
                    .isEqualTo(server == Server.MYSQL ? "900" : "30");
        }
    }

    @Test
    void takesASettingThatTheServerDoesNotKnowForTheUsers() {
        reopen(TestConfig.of(config).withProperties(server.usersUnknownSetting()));

        assertThatThrownBy(connections::borrow).isInstanceOf(SQLException.class).hasMessageContaining("jets_no_such");
    }

    @Test
    void leavesTheServerAloneWithoutAnIdleLimit() throws SQLException {
        long own;
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            own = Server.number(connection, server.idleLimitQuery());
        }
        reopen(TestConfig.of(config).withIdleLimit(Duration.ZERO));

        assertThat(number(server.idleLimitQuery())).isEqualTo(own);
    }

    @Test
    void letsSettingsOfTheUserWinAndKeepsTheOthers() throws SQLException {
        reopen(TestConfig.of(config).withProperties(server.usersIdleLimit(77)));

        assertThat(number(server.idleLimitQuery())).isEqualTo(77);
        assertThat(number(server.usersOtherQuery())).isEqualTo(7);
    }

    @Test
    void showsNothingOfAConnectionThatTheServerDroppedForItsIdleness() throws SQLException {
        reopen(TestConfig.of(config).withIdleLimit(Duration.ofSeconds(1)));
        long first = number(server.idQuery());
        awaitDrop();

        assertThat(number(server.idQuery())).isNotEqualTo(first);
    }

    @Test
    void showsNothingOfADropWhileTheProcessIsStopped() throws Exception {
        DatabaseConfig limited =
                TestConfig.of(config).withIdleLimit(Duration.ofSeconds(1)).build();
        connections.close();
        try (BorrowerProcess borrower = new BorrowerProcess(limited, 1, folder)) {
            String first = borrower.answer(server.idQuery());
            borrower.freeze();
            awaitDrop();
            borrower.thaw();

            assertThat(borrower.answer(server.idQuery())).containsOnlyDigits().isNotEqualTo(first);
            assertThat(borrower.log()).isEmpty();
        }
    }

    @Test
    void endsATransactionOfAProcessThatIsStopped() throws Exception {
        execute("create table posts (id int)");
        execute("insert into posts values (1)");
        // MySQL has no limit of its own for transactions.
        Duration idle = server == Server.MYSQL ? Duration.ofSeconds(1) : Duration.ofMinutes(15);
        DatabaseConfig limited = TestConfig.of(config).withIdleLimit(idle).build();
        try (BorrowerProcess borrower = new BorrowerProcess(limited, 1, Duration.ofSeconds(1), folder)) {
            assertThat(borrower.answer(Borrower.HOLD + "update posts set id = 7"))
                    .isEqualTo("1");
            borrower.freeze();

            // Waits for the lock of the row, which is given up with the transaction.
            execute("update posts set id = id + 1");

            assertThat(number("select id from posts")).isEqualTo(2);
            borrower.thaw();
            assertThat(borrower.answer("select 7")).contains("Exception");
            assertThat(borrower.answer("select 7")).isEqualTo("7");
        }
    }

    private void awaitDrop() throws SQLException {
        while (server.count(config) > 0) {
            Thread.onSpinWait();
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return Server.number(connection, query);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void reopen(TestConfig changed) {
        connections.close();
        connections = Connections.open(changed.build(), Map.of());
    }
}
