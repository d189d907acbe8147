package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    void opensNothingAfterItWasClosed() throws SQLException {
        DatabaseConfig config = TestServers.postgresql();
        Pool pool = new Pool(Address.of(config, Path.of("")), 2, new Counters());
        pool.open();
        pool.close();

        assertThat(pool.borrow()).isNull();
        pool.open();
        assertThat(SERVER.count(config)).isZero();
    }

    @Test
    @Timeout(60)
    void lendsOnAfterBorrowsThatTheJvmHadNoRoomFor() throws SQLException {
        // A socket that is not ours is pinged at each borrow.
        Connections connections = Connections.open(
                TestConfig.of(TestServers.postgresql())
                        .withPool(2)
                        .withProperties(FaultySockets.of(SERVER))
                        .build(),
                Map.of());
        for (int i = 0; i < 3; i++) {
            connections.borrow().close();
            FaultySockets.breakReads(true);
            try {
                assertThatThrownBy(connections::borrow).isInstanceOf(StackOverflowError.class);
            } finally {
                FaultySockets.breakReads(false);
            }
        }

        try (Connection first = connections.borrow();
                Connection second = connections.borrow()) {
            assertThat(SERVER.id(first)).isNotEqualTo(SERVER.id(second));
        }
        connections.close();
    }

    @Test
    @SuppressWarnings("try") // closing it is all the use of a fence
    void takesBackNothingOfAnotherInvocation() throws Exception {
        Connections connections = Connections.open(
                TestConfig.of(TestServers.postgresql()).withPool(2).build(), Map.of());
        FutureTask<Connection> other = new FutureTask<>(() -> {
            try (Fence invocation = Fence.of(60_000)) {
                return connections.borrow();
            }
        });
        try (Fence invocation = Fence.of(60_000);
                Connection own = connections.borrow()) {
            new Thread(other, "other invocation").start();

            assertThat(other.get().isClosed()).isTrue();
            assertThat(own.isClosed()).isFalse();
        }
        assertThat(connections.statistics().takenBack()).isEqualTo(1);
        connections.close();
    }
}
