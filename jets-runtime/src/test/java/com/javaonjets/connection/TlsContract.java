package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the line by TLS, counted there, and whom it is refused to. */
@SuppressWarnings("try") // closing it is all the use of a fence
abstract class TlsContract {

    /** Of some openings the least counts: a server's session tickets may come by themselves, in a piece of their own. */
    private static final int OPENINGS = 5;

    private final Server server;
    private final Trips expected;
    private final DatabaseConfig direct;
    private final CountingProxy proxy;
    private final TestConfig secured;

    @TempDir
    private Path folder;

    TlsContract(Server server, DatabaseConfig direct, Trips expected) {
        this.server = server;
        this.expected = expected;
        this.direct = direct;
        this.proxy = CountingProxy.to(direct.host(), direct.port());
        this.secured =
                TestConfig.of(direct).withAddress("127.0.0.1", proxy.port()).withSsl("require");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void opensInTheFewestTrips() throws IOException {
        assertThat(leastOpening(secured, expected.opening())).isEqualTo(expected.opening());
    }

    /** Those of a JVM's first connection, in several JVMs. */
    int leastOpening(TestConfig config, int goal) throws IOException {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < OPENINGS && least > goal; i++) {
            Path own = Files.createDirectory(folder.resolve("borrower-" + i));
            proxy.trips();
            try (BorrowerProcess borrower = new BorrowerProcess(config.build(), 1, own)) {
                least = Math.min(least, proxy.trips());
                assertThat(borrower.answer("select 7")).isEqualTo("7");
                assertThat(proxy.trips()).isEqualTo(1);
                assertThat(borrower.log()).isEmpty();
            }
        }
        return least;
    }

    TestConfig secured() {
        return secured;
    }

    @Test
    void opensAgainInTheFewestTrips() throws SQLException {
        Connections connections = Connections.open(secured.build(), Map.of());
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < OPENINGS; i++) {
            proxy.cut();
            proxy.trips();
            select(connections);
            least = Math.min(least, proxy.trips() - 1);
        }
        connections.close();

        assertThat(least).isEqualTo(expected.openingAgain());
    }

    @Test
    void runsAStatementInOneTripAndATransactionInTheFewest() throws SQLException {
        Connections connections = Connections.open(secured.build(), Map.of());
        select(connections);
        proxy.trips();
        for (int i = 0; i < 3; i++) {
            select(connections);
            assertThat(proxy.trips()).isEqualTo(1);
            try (Connection connection = connections.borrow();
                    PreparedStatement statement = connection.prepareStatement("select 1")) {
                connection.setAutoCommit(false);
                statement.execute();
                connection.commit();
                connection.setAutoCommit(true);
            }
            assertThat(proxy.trips()).isEqualTo(expected.transaction());
        }
        connections.close();
    }

    @Test
    void discardsWhatABorrowerLeftInOneTrip() throws SQLException {
        Connections connections = Connections.open(secured.withReset().build(), Map.of());
        select(connections);
        proxy.trips();
        select(connections);
        assertThat(proxy.trips()).isEqualTo(2);
        connections.close();
    }

    /** The look at the socket sees records only, and sees the same deaths. */
    @Test
    void replacesAConnectionThatTheServerClosedBeforeAnyoneSees() throws SQLException {
        Connections connections = Connections.open(secured.build(), Map.of());
        long id = id(connections);
        for (int i = 0; i < 3; i++) {
            assertThat(id(connections)).isEqualTo(id);
            server.kill(id, direct);
            proxy.awaitEnds();
            long next = id(connections);
            assertThat(next).isNotEqualTo(id);
            id = next;
        }
        assertThat(connections.statistics().refused()).isZero();
        connections.close();
    }

    /** A driver that gave up closes, and under TLS waits for an answer to that. */
    @Test
    @Timeout(9)
    void pingsNoLongerThanItMay() throws SQLException {
        Link link = DirectDataSource.kept(secured.build(), Limits.NONE).link();
        assertThat(link.alive(Duration.ZERO, 5_000)).isTrue();
        proxy.forget();

        assertThat(link.alive(Duration.ZERO, 5_000)).isFalse();
        link.drop();
    }

    @Test
    void servesAThreadWhoseInterruptFlagIsSet() throws SQLException {
        Connections connections = Connections.open(secured.build(), Map.of());
        long id = id(connections);
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            long next = id(connections);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(next).isEqualTo(id);
        }
        proxy.cut();

        Thread.currentThread().interrupt();
        long next = id(connections);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(next).isNotEqualTo(id);
        connections.close();
    }

    @Test
    @Timeout(120)
    @SuppressWarnings("try") // closing it is all the use of a fence
    void waitsNoLongerThanTheInvocationHasTime() throws SQLException {
        Connections connections = Connections.open(secured.build(), Map.of());
        for (String value : List.of("x", "x".repeat(15_000_000))) {
            long first = id(connections);
            try (Fence invocation = Fence.of(1_000);
                    Connection connection = connections.borrow();
                    PreparedStatement statement = connection.prepareStatement("select length(?)")) {
                statement.setString(1, value);
                proxy.stall();
                assertThatThrownBy(statement::execute).isInstanceOf(SQLTimeoutException.class);
            }
            proxy.resume();
            assertThat(id(connections)).isNotEqualTo(first);
        }
        connections.close();
    }

    @Test
    void refusesAnUnknownAuthorityAtOnce() {
        String file = TlsServers.stranger().certificate().toString();
        TestConfig config = secured.withSslrootcert(file);

        SQLException failure = catchThrowableOfType(
                SQLException.class,
                () -> Connections.open(config.build(), Map.of()).borrow());

        assertThat((Throwable) failure)
                .hasMessage(
                        "cannot connect to %s at 127.0.0.1:%d, database '%s', user '%s': the server's certificate is not"
                                        .formatted(
                                                direct.adapter(),
                                                proxy.port(),
                                                direct.database(),
                                                direct.username().orElseThrow())
                                + " signed by an authority that is known, which are those in sslrootcert '" + file
                                + "'; check that this is the server, and give its authority's certificate by sslrootcert in"
                                + " config/database.yml, test");
        Secrets.assertAbsent(direct.password().orElseThrow(), failure);
        // The opening, and the borrow.
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void letsTheDriversOwnWordsWin() throws SQLException {
        String property = server == Server.POSTGRESQL ? "sslmode" : "sslMode";
        TestConfig config = secured.withSslrootcert("no-such-file.pem")
                .withProperties(Map.of(property, server == Server.POSTGRESQL ? "require" : "REQUIRED"));

        Connections connections = Connections.open(config.build(), Map.of());
        select(connections);
        connections.close();
    }

    /** Who writes has the lock that a farewell of TLS needs. */
    @Test
    @Timeout(120)
    void endsAnInvocationThoughAThreadIsStuckInAWrite() throws Exception {
        Connections connections = Connections.open(secured.build(), Map.of());
        FutureTask<Void> invocation = new FutureTask<>(() -> {
            try (Fence fence = Fence.of(60_000)) {
                leaveAWriterStuck(connections.borrow());
                return null;
            }
        });
        start(invocation);
        try {
            invocation.get(30, TimeUnit.SECONDS);
        } finally {
            proxy.resume();
        }
        select(connections);
        connections.close();
    }

    private void leaveAWriterStuck(Connection connection) throws SQLException {
        select(connection);
        proxy.stall();
        Thread writer = start(new FutureTask<>(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("select length('" + "a".repeat(15_000_000) + "')");
            }
        }));
        while (Arrays.stream(writer.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("write0"))) {
            Thread.onSpinWait();
        }
    }

    private static Thread start(FutureTask<?> work) {
        Thread thread = new Thread(work, "another");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void select(Connection connection) throws SQLException {
        assertThat(Server.number(connection, "select 7")).isEqualTo(7);
    }

    private static void select(Connections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            select(connection);
        }
    }

    private long id(Connections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return server.id(connection);
        }
    }

    /** What is expected of a driver. */
    record Trips(int opening, int openingAgain, int transaction) {

        static final Trips POSTGRESQL = new Trips(5, 5, 2);

        /** One of each opening is the SET that tells the server its limits, and switches autocommit on. */
        static final Trips MYSQL = new Trips(4, 3, 3);
    }
}
