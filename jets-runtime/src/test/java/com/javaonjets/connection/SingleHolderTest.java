package com.javaonjets.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

final class SingleHolderTest {

    private final DatabaseConfig config = TestServers.postgresql();
    private final Connections connections = Connections.open(config, Map.of());

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void refusesASecondBorrowByTheSameThreadAndShowsBoth() throws SQLException {
        try (Connection first = firstBorrow()) {
            SQLException refusal = catchThrowableOfType(SQLException.class, this::secondBorrow);

            assertThat((Throwable) refusal)
                    .hasMessage("the only connection to " + connections + " is borrowed by this thread already, "
                            + Thread.currentThread().getName()
                            + "; close it before the next borrow, or set pool: 2 in config/database.yml");
            assertThat(methods(refusal)).contains("secondBorrow").doesNotContain("firstBorrow");
            assertThat(refusal.getCause())
                    .hasMessage(
                            "borrowed here, by thread " + Thread.currentThread().getName());
            assertThat(methods(requireNonNull(refusal.getCause()))).contains("firstBorrow");
            assertThat(first.isClosed()).isFalse();
        }
        secondBorrow().close();
    }

    @Test
    @Timeout(30)
    void closesAConnectionThatIsLentWhenItComesBack() throws SQLException {
        Connection lent = connections.borrow();
        connections.close();
        assertThat(Server.number(lent, "select 7")).isEqualTo(7);
        lent.close();

        // The server hears of it in its own time.
        while (Server.POSTGRESQL.count(config) > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void takesANotificationForNoDeath() throws SQLException {
        long first;
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            first = Server.POSTGRESQL.id(connection);
            statement.execute("listen news");
        }
        try (Connection other = DirectDataSource.of(config).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("notify news");
        }

        try (Connection connection = connections.borrow()) {
            assertThat(Server.POSTGRESQL.id(connection)).isEqualTo(first);
            assertThat(connection.unwrap(PGConnection.class).getNotifications()).hasSize(1);
        }
    }

    /** The driver would wait for its end, at whatever the next borrower asks. */
    @Test
    @Timeout(30)
    void lendsNoConnectionWhoseCopyWasNotEnded() throws SQLException {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection connection = connections.borrow();
                    Statement statement = connection.createStatement()) {
                statement.execute("create temporary table numbers (n int)");
                connection.setAutoCommit(autoCommit);
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy numbers from stdin");
            }
            try (Connection connection = connections.borrow()) {
                assertThat(Server.number(connection, "select 7")).isEqualTo(7);
            }
        }
    }

    @Test
    void lendsTheConnectionAgainWhoseCopyWasEnded() throws SQLException {
        long first;
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            first = Server.POSTGRESQL.id(connection);
            statement.execute("create temporary table numbers (n int)");
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy numbers from stdin");
            copy.endCopy();
        }
        try (Connection connection = connections.borrow()) {
            assertThat(Server.POSTGRESQL.id(connection)).isEqualTo(first);
        }
    }

    /** In a pool another thread opens, and is waited for: a wait that the flag ends. */
    @Test
    void opensAConnectionForAThreadWhoseInterruptFlagIsSet() throws SQLException {
        long first;
        try (Connection connection = connections.borrow()) {
            first = Server.POSTGRESQL.id(connection);
        }
        Server.POSTGRESQL.kill(first, config);

        Thread.currentThread().interrupt();
        try (Connection connection = connections.borrow()) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Server.POSTGRESQL.id(connection)).isNotEqualTo(first);
        }
    }

    @Test
    void lendsAnotherConnectionAfterAnAbort() throws SQLException {
        connections.borrow().abort(Runnable::run);

        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select 7")).isEqualTo(7);
        }
    }

    private Connection firstBorrow() throws SQLException {
        return connections.borrow();
    }

    private Connection secondBorrow() throws SQLException {
        return connections.borrow();
    }

    private static String[] methods(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .toArray(String[]::new);
    }
}
