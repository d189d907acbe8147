package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the line, counted there, and what happens when the line fails. */
abstract class RoundTripsContract {

    private final Server server;
    private final Trips expected;
    private final DatabaseConfig direct;
    private final CountingProxy proxy;
    private final DatabaseConfig config;
    private Connections connections;

    RoundTripsContract(Server server, int size, Trips expected) {
        this.server = server;
        this.expected = expected;
        this.direct = server.newDatabase();
        this.proxy = CountingProxy.to(direct.host(), direct.port());
        this.config = TestConfig.of(direct)
                .withAddress("127.0.0.1", proxy.port())
                .withPool(size)
                .build();
        this.connections = Connections.open(config, Map.of());
    }

    @AfterEach
    void close() {
        connections.close();
        proxy.close();
    }

    @Test
    void opensInTheFewestTrips() throws SQLException {
        assertThat(proxy.trips()).isEqualTo(expected.opening());
        assertThat(proxy.connections()).isEqualTo(1);

        select();
        assertThat(proxy.trips()).isEqualTo(1);
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void opensAgainInTheFewestTrips() throws SQLException {
        proxy.cut();
        proxy.trips();

        select();
        assertThat(proxy.trips()).isEqualTo(expected.openingAgain() + 1);
    }

    @Test
    void runsAStatementInOneTrip() throws SQLException {
        select();
        proxy.trips();
        for (int i = 0; i < 3; i++) {
            select();
            assertThat(proxy.trips()).isEqualTo(1);
        }
    }

    @Test
    void runsAStatementInOneTripAfterIdleness() throws SQLException {
        select();
        try (Connection other = DirectDataSource.of(direct).getConnection()) {
            server.pause(other);
        }
        proxy.trips();

        select();
        assertThat(proxy.trips()).isEqualTo(1);
    }

    @Test
    void runsATransactionInTheFewestTrips() throws SQLException {
        select();
        proxy.trips();
        for (int i = 0; i < 3; i++) {
            try (Connection connection = connections.borrow();
                    PreparedStatement statement = connection.prepareStatement("select 1")) {
                connection.setAutoCommit(false);
                statement.execute();
                connection.commit();
                connection.setAutoCommit(true);
            }
            assertThat(proxy.trips()).isEqualTo(expected.transaction());
        }
    }

    @Test
    void returnsATransactionThatWasCommittedAtNoTrip() throws SQLException {
        select();
        proxy.trips();
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1");
            connection.commit();
        }
        assertThat(proxy.trips()).isEqualTo(expected.transaction());
        select();
        assertThat(proxy.trips()).isEqualTo(1);
    }

    @Test
    void borrowsAndReturnsAtNoTrip() throws SQLException {
        proxy.trips();
        connections.borrow().close();
        connections.borrow().close();

        assertThat(proxy.trips()).isZero();
    }

    @Test
    void pingsAfterAGap() throws SQLException {
        reopen(TestConfig.of(config).withPingAfter(Duration.ZERO));
        proxy.trips();

        select();
        assertThat(proxy.trips()).isEqualTo(2);
    }

    @Test
    void replacesAConnectionThatTheServerClosedBeforeAnyoneSees() throws SQLException {
        long first = id();
        server.kill(first, direct);
        proxy.awaitEnds();

        assertThat(id()).isNotEqualTo(first);
        assertThat(server.count(direct)).isEqualTo(1);
    }

    @Test
    void replacesAConnectionThatTheNetworkForgot() throws SQLException {
        reopen(TestConfig.of(config).withPingAfter(Duration.ZERO));
        proxy.connections();
        proxy.forget();

        select();
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void surfacesOneErrorAtMostOfAnEndThatTheNetworkKept() throws SQLException {
        reopen(TestConfig.of(config).withConnectTimeout(Duration.ofSeconds(5)));
        proxy.withholdEnds();
        try (Connection connection = connections.borrow()) {
            connection.setNetworkTimeout(Runnable::run, 500);
            server.kill(server.id(connection), direct);
            assertThatThrownBy(() -> Server.number(connection, "select 7")).isInstanceOf(SQLException.class);
        }

        select();
    }

    @Test
    void neverSendsAgainWhatMayHaveReachedTheServer() throws SQLException {
        try (Connection connection = DirectDataSource.of(direct).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table posts (id int)");
        }
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            proxy.cutBeforeAnswer();
            assertThatThrownBy(() -> statement.execute("insert into posts values (1)"))
                    .isInstanceOf(SQLException.class);
        }
        proxy.behave();

        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select count(*) from posts")).isEqualTo(1);
        }
    }

    private void select() throws SQLException {
        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select 7")).isEqualTo(7);
        }
    }

    private long id() throws SQLException {
        try (Connection connection = connections.borrow()) {
            return server.id(connection);
        }
    }

    private void reopen(TestConfig changed) {
        connections.close();
        connections = Connections.open(changed.build(), Map.of());
    }

    /** What is expected of a driver. */
    record Trips(int opening, int openingAgain, int transaction) {

        static final Trips POSTGRESQL = new Trips(3, 3, 2);

        /** One of each opening is the SET that tells the server its limits, and switches autocommit on. */
        static final Trips MYSQL = new Trips(3, 2, 3);
    }
}
