package com.javaonjets.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.javaonjets.connection.Connections;
import com.javaonjets.testing.LambdaContext;
import com.javaonjets.testing.TestServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class JetsHandlerTest {

    private final Connections connections = Connections.open(TestServers.postgresql(), Map.of());

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void takesBackWhatTheHandlerDidNotReturn() throws SQLException {
        Connection left = new Forgetful(connections).handleRequest("event", new LambdaContext(60_000));

        assertThat(left.isClosed()).isTrue();
        assertThat(connections.statistics().takenBack()).isEqualTo(1);
    }

    @Test
    @Timeout(30)
    void boundsTheHandlerByTheTimeItHas() {
        assertThatThrownBy(() -> new Slow(connections).handleRequest("event", new LambdaContext(1_000)))
                .isInstanceOf(SQLTimeoutException.class)
                .hasMessageContaining("before the invocation's time was up");
    }

    @Test
    @SuppressWarnings("NullAway") // tests of handlers pass null
    void runsWithoutAContextAsInATest() throws SQLException {
        assertThat(new Forgetful(connections).handleRequest("event", null).isClosed())
                .isTrue();
    }

    @Test
    void reportsAnExceptionAsItIs() {
        assertThatThrownBy(() -> new Failing().handleRequest("event", new LambdaContext(60_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("no such event");
    }

    private static final class Forgetful extends JetsHandler<String, Connection> {

        private final Connections connections;

        private Forgetful(Connections connections) {
            this.connections = connections;
        }

        @Override
        protected Connection handle(String event, Context context) throws SQLException {
            return connections.borrow();
        }
    }

    private static final class Slow extends JetsHandler<String, Boolean> {

        private final Connections connections;

        private Slow(Connections connections) {
            this.connections = connections;
        }

        @Override
        protected Boolean handle(String event, Context context) throws SQLException {
            try (Connection connection = connections.borrow();
                    Statement statement = connection.createStatement()) {
                return statement.execute("select pg_sleep(60)");
            }
        }
    }

    private static final class Failing extends JetsHandler<String, String> {

        @Override
        protected String handle(String event, Context context) throws IOException {
            throw new IOException("no such " + event);
        }
    }
}
