package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class ConnectionsContract {

    private final Server server;
    private final DatabaseConfig config;
    private final List<Connections> opened = new ArrayList<>();

    ConnectionsContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
    }

    @AfterEach
    void closeConnections() {
        opened.forEach(Connections::close);
    }

    @Test
    void opensOneConnectionBeforeTheFirstBorrow() throws SQLException {
        open(config);

        assertThat(server.count(config)).isEqualTo(1);
    }

    @Test
    void lendsTheSameConnectionAgainAndAgain() throws SQLException {
        Connections connections = open(config);
        long first = idOfNext(connections);

        for (int i = 0; i < 20; i++) {
            assertThat(idOfNext(connections)).isEqualTo(first);
        }
        assertThat(server.count(config)).isEqualTo(1);
    }

    @Test
    void handsNoOpenTransactionOn() throws SQLException {
        Connections connections = open(config);
        execute(connections, "create table posts (id int)");
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
        }

        try (Connection connection = connections.borrow()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(Server.number(connection, "select count(*) from posts")).isZero();
        }
    }

    @Test
    void keepsAConnectionWhoseDriverLacksAFeature() throws SQLException {
        Connections connections = open(config);
        long first = idOfNext(connections);
        try (Connection connection = connections.borrow()) {
            assertThatThrownBy(() -> connection.createStruct("point", new Object[0]))
                    .isInstanceOf(SQLFeatureNotSupportedException.class);
        }

        assertThat(idOfNext(connections)).isEqualTo(first);
    }

    @Test
    void replacesAConnectionThatTheServerClosedAtTheCostOfOneError() throws SQLException {
        Connections connections = open(config);
        long first = idOfNext(connections);
        server.kill(first, config);

        long second = idOfNextAfterOneErrorAtMost(connections);

        assertThat(second).isNotEqualTo(first);
        assertThat(server.count(config)).isEqualTo(1);
    }

    @Test
    void startsWithoutItsServerAndFailsAtEachBorrow() throws IOException {
        int port = SilentServer.closedPort();
        Connections connections =
                open(TestConfig.of(config).withAddress("127.0.0.1", port).build());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(connections::borrow)
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith(
                            "cannot connect to %s at 127.0.0.1:%d, database '%s', user '%s': Connection refused"
                                    .formatted(
                                            config.adapter(),
                                            port,
                                            config.database(),
                                            config.username().orElseThrow()));
        }
    }

    @Test
    void findsTheEmbeddedServerWhereItRunsNow() throws SQLException {
        AtomicReference<Optional<EmbeddedServer>> running = new AtomicReference<>(Optional.empty());
        DatabaseConfig embedded = TestConfig.of(config)
                .withAddress("localhost", 1)
                .withLogin("", "")
                .withEmbedded()
                .build();
        Connections connections = open(new Address(embedded, adapter -> running.get()), 1);

        assertThatThrownBy(connections::borrow)
                .isInstanceOf(SQLException.class)
                .hasMessage("the embedded %s server of environment test is not running; start it by mvn jets:db-start"
                        .formatted(config.adapter()));

        running.set(Optional.of(new EmbeddedServer(
                config.adapter(),
                config.host(),
                config.port(),
                config.username().orElseThrow(),
                config.password().orElseThrow(),
                1)));
        try (Connection connection = connections.borrow()) {
            assertThat(connection.getCatalog()).isEqualTo(config.database());
        }
    }

    @Test
    void saysThatAllConnectionsAreBorrowed() throws SQLException {
        Connections connections = open(
                TestConfig.of(config).withConnectTimeout(Duration.ofMillis(250)).build());
        try (Connection held = connections.borrow()) {
            assertThatThrownBy(connections::borrow)
                    .isInstanceOf(SQLException.class)
                    .hasMessage(
                            "no connection to " + connections
                                    + " is free: all 1 were borrowed for 750 ms; close each after use, or set a larger pool in config/database.yml");
            assertThat(held.isClosed()).isFalse();
        }
    }

    @Test
    void lendsAConnectionToOneThreadAtATime() throws Exception {
        Connections connections = open(TestConfig.of(config).withPool(4).build());
        Set<Long> inUse = ConcurrentHashMap.newKeySet();
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> borrowers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            borrowers.add(threads.submit(() -> {
                for (int n = 0; n < 50; n++) {
                    borrowAlone(connections, inUse, seen);
                }
                return null;
            }));
        }
        for (Future<?> borrower : borrowers) {
            borrower.get();
        }
        threads.shutdown();

        assertThat(seen).hasSizeBetween(1, 4);
        assertThat(server.count(config)).isBetween(1L, 4L);
    }

    @Test
    void growsOnlyAsFarAsItIsUsed() throws SQLException {
        Connections connections = open(TestConfig.of(config).withPool(4).build());
        idOfNext(connections);
        assertThat(server.count(config)).isEqualTo(1);

        try (Connection first = connections.borrow();
                Connection second = connections.borrow()) {
            assertThat(server.id(first)).isNotEqualTo(server.id(second));
            assertThat(server.count(config)).isEqualTo(2);
        }
    }

    private void borrowAlone(Connections connections, Set<Long> inUse, Set<Long> seen) throws SQLException {
        try (Connection connection = connections.borrow()) {
            long id = server.id(connection);
            assertThat(inUse.add(id)).isTrue();
            seen.add(id);
            assertThat(server.id(connection)).isEqualTo(id);
            inUse.remove(id);
        }
    }

    private long idOfNextAfterOneErrorAtMost(Connections connections) throws SQLException {
        try {
            return idOfNext(connections);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).matches("08...|57P01|HY000");
            return idOfNext(connections);
        }
    }

    private long idOfNext(Connections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return server.id(connection);
        }
    }

    private static void execute(Connections connections, String sql) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connections open(DatabaseConfig database) {
        return remembered(Connections.open(database, Map.of()));
    }

    private Connections open(Address address, int size) {
        return remembered(Connections.open(address, size));
    }

    private Connections remembered(Connections connections) {
        opened.add(connections);
        return connections;
    }
}
