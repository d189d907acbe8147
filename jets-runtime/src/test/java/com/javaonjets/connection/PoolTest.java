package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoolTest {

    private static final Server SERVER = Server.POSTGRESQL;

    @Test
    void growsOnlyAsFarAsItIsUsed() throws SQLException {
        DatabaseConfig config =
                TestConfig.of(TestServers.postgresql()).withPool(4).build();
        Connections connections = Connections.open(config, Map.of());
        connections.borrow().close();
        assertThat(SERVER.count(config)).isEqualTo(1);

        try (Connection first = connections.borrow();
                Connection second = connections.borrow()) {
            assertThat(SERVER.id(first)).isNotEqualTo(SERVER.id(second));
            assertThat(SERVER.count(config)).isEqualTo(2);
        }
        connections.close();
    }
}
