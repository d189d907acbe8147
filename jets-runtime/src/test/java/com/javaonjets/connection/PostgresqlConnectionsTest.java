package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.testing.TestConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresqlConnectionsTest extends ConnectionsContract {

    PostgresqlConnectionsTest() {
        super(Server.POSTGRESQL, 1);
    }

    /** The driver knows the first schema of it alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void setsTheWholeSearchPathBack(boolean reset) throws SQLException {
        TestConfig config = TestConfig.of(Server.POSTGRESQL.newDatabase())
                .withProperties(Map.of("options", "-c search_path=public,pg_catalog,app"));
        Connections connections = open((reset ? config.withReset() : config).build());
        String path = path(connections);
        try (Connection connection = connections.borrow()) {
            connection.setSchema("tenant1");
            connection.setSchema("tenant2");
        }

        assertThat(path(connections)).isEqualTo(path).contains(",");
    }

    @Test
    void handsNothingOnThatWasOfATransactionAlone() throws SQLException {
        Connections connections =
                open(TestConfig.of(Server.POSTGRESQL.newDatabase()).build());
        String path = path(connections);
        int isolation;
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level serializable");
            statement.execute("set local search_path to tenant1");
            assertThatThrownBy(() -> connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED))
                    .isInstanceOf(SQLException.class);
            connection.setSchema("tenant2");
        }

        assertThat(path(connections)).isEqualTo(path);
        try (Connection connection = connections.borrow()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
        }
    }

    private static String path(Connections connections) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show search_path")) {
            row.next();
            return row.getString(1);
        }
    }
}
