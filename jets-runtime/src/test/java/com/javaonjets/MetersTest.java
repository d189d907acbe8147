package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class MetersTest {

    @Test
    void countsInMicrometersGlobalRegistry() throws SQLException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        DatabaseConfig config = TestServers.postgresql();
        Database database = new Databases(() -> config, name -> config).primary();
        for (int i = 0; i < 3; i++) {
            database.getConnection().close();
        }

        assertThat(count(registry, "jets.connections.opened")).isEqualTo(1);
        assertThat(count(registry, "jets.connections.reused")).isEqualTo(3);
        assertThat(count(registry, "jets.borrows.refused")).isZero();
        database.close();
        Metrics.removeRegistry(registry);
        Metrics.globalRegistry.clear();
    }

    private static double count(SimpleMeterRegistry registry, String meter) {
        return registry.get(meter).tag("database", "primary").functionCounter().count();
    }
}
