package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import com.javaonjets.testing.TlsPostgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The look at the socket sees records only, and sees the same deaths. */
final class TlsTest {

    @Test
    void noticesADeathOnPostgresql(@TempDir Path folder) throws Exception {
        try (TlsPostgresql server = new TlsPostgresql(folder)) {
            noticesADeath(Server.POSTGRESQL, server.config(), 5);
        }
    }

    @Test
    void noticesADeathOnMariadb() throws SQLException {
        noticesADeath(Server.MARIADB, TestServers.mariadb(), 3);
    }

    @Test
    @RealMysql
    void noticesADeathOnMysql() throws SQLException {
        noticesADeath(Server.MYSQL, TestServers.mysql(), 3);
    }

    private static void noticesADeath(Server server, DatabaseConfig direct, int opening) throws SQLException {
        CountingProxy proxy = CountingProxy.to(direct.host(), direct.port());
        Connections connections = Connections.open(
                TestConfig.of(direct)
                        .withAddress("127.0.0.1", proxy.port())
                        .withSsl("require")
                        .build(),
                Map.of());
        // One more where the server's session tickets come by themselves.
        assertThat(proxy.trips()).isBetween(opening, opening + 1);

        long id = id(server, connections);
        for (int i = 0; i < 3; i++) {
            proxy.trips();
            assertThat(id(server, connections)).isEqualTo(id);
            assertThat(proxy.trips()).isEqualTo(1);

            server.kill(id, direct);
            proxy.awaitEnds();
            long next = id(server, connections);
            assertThat(next).isNotEqualTo(id);
            id = next;
        }
        connections.close();
        proxy.close();
    }

    private static long id(Server server, Connections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return server.id(connection);
        }
    }
}
