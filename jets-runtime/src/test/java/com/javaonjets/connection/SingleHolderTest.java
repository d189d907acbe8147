package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
            assertThat(methods(refusal.getCause())).contains("firstBorrow");
            assertThat(first.isClosed()).isFalse();
        }
        secondBorrow().close();
    }

    @Test
    void closesAConnectionThatIsLentWhenItComesBack() throws SQLException {
        Connection lent = connections.borrow();
        connections.close();
        assertThat(Server.number(lent, "select 7")).isEqualTo(7);
        lent.close();

        assertThat(Server.POSTGRESQL.count(config)).isZero();
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
