package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.testing.TestConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.ref.WeakReference;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

abstract class ConnectionsContract {

    private final Server server;
    private final int size;
    private final DatabaseConfig config;
    private final List<Connections> opened = new ArrayList<>();

    /** @param size 1 for the single holder, more for HikariCP */
    ConnectionsContract(Server server, int size) {
        this.server = server;
        this.size = size;
        this.config = TestConfig.of(server.newDatabase()).withPool(size).build();
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
    void replacesAConnectionThatWasKilledInUse() throws SQLException {
        Connections connections = open(config);
        try (Connection connection = connections.borrow()) {
            server.kill(server.id(connection), config);
            assertThatThrownBy(() -> server.id(connection)).isInstanceOf(SQLException.class);
        }

        idOfNext(connections);
        assertThat(server.count(config)).isEqualTo(1);
    }

    /** As {@code catch (InterruptedException e)} leaves it, where the code that is called goes on. */
    @Test
    void servesAThreadWhoseInterruptFlagIsSet() throws SQLException {
        Connections connections = open(config);
        long first = idOfNext(connections);

        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            long next = idOfNext(connections);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(next).isEqualTo(first);
        }
        assertThat(connections.statistics().foundDead()).isZero();
    }

    @Test
    void replacesAConnectionWhoseThreadWasInterruptedWhileItWaited() throws Exception {
        Connections connections = open(config);
        long first = idOfNext(connections);
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        Future<Long> worker = elsewhere(() -> {
            waiting.complete(Thread.currentThread());
            try (Connection connection = connections.borrow();
                    Statement statement = connection.createStatement()) {
                statement.execute(server.longStatement());
                return server.id(connection);
            }
        });
        awaitWork(first);
        waiting.join().interrupt();

        assertThatThrownBy(worker::get).isInstanceOf(ExecutionException.class);
        assertThat(idOfNext(connections)).isNotEqualTo(first);
    }

    private void awaitWork(long connectionId) throws SQLException {
        try (Connection other = DirectDataSource.ofServer(config).getConnection()) {
            while (!server.isAtWork(other, connectionId)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void replacesAConnectionToANodeThatOnlyReads() throws SQLException {
        Connections connections = open(config);
        execute(connections, "create table posts (id int)");
        long first;
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            first = server.id(connection);
            server.playReplica(statement);
            assertThatThrownBy(() -> statement.execute(server.refusedOnReplica()))
                    .isInstanceOf(SQLException.class);
        }

        assertThat(idOfNext(connections)).isNotEqualTo(first);
    }

    @Test
    void keepsAConnectionAfterAFailureOfAStatement() throws SQLException {
        Connections connections = open(config);
        long first = idOfNext(connections);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> execute(connections, "select no_such_column"))
                    .isInstanceOf(SQLException.class);
            assertThat(idOfNext(connections)).isEqualTo(first);
        }
    }

    @Test
    void handsNoTransactionOnThatWasBegunBySql() throws SQLException {
        Connections connections = open(config);
        execute(connections, "create table posts (id int)");
        long first = idOfNext(connections);
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute("insert into posts values (1)");
        }

        try (Connection connection = connections.borrow()) {
            assertThat(server.id(connection)).isEqualTo(first);
            assertThat(Server.number(connection, "select count(*) from posts")).isZero();
        }
    }

    @Test
    void handsNoTransactionOnThatFailed() throws SQLException {
        Connections connections = open(config);
        execute(connections, "create table posts (id int)");
        long first = idOfNext(connections);
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute("insert into posts values (1)");
            assertThatThrownBy(() -> statement.execute("select no_such_column")).isInstanceOf(SQLException.class);
        }

        try (Connection connection = connections.borrow()) {
            assertThat(server.id(connection)).isEqualTo(first);
            assertThat(Server.number(connection, "select count(*) from posts")).isZero();
        }
    }

    @Test
    void commitsAndRollsBackAsTheBorrowerSays() throws SQLException {
        Connections connections = open(config);
        execute(connections, "create table posts (id int)");
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(connection.getAutoCommit()).isFalse();
            statement.execute("insert into posts values (1)");
            connection.commit();
            statement.execute("insert into posts values (2)");
            connection.rollback();
            statement.execute("insert into posts values (3)");
            connection.setAutoCommit(true);
            statement.execute("insert into posts values (4)");
        }

        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select sum(id) from posts")).isEqualTo(1 + 3 + 4);
        }
    }

    @Test
    void keepsATransactionTogetherAcrossSavepoints() throws SQLException {
        Connections connections = open(config);
        execute(connections, "create table posts (id int)");
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
            Savepoint savepoint = connection.setSavepoint();
            statement.execute("insert into posts values (2)");
            connection.rollback(savepoint);
            statement.execute("insert into posts values (3)");
            connection.commit();
            statement.execute("insert into posts values (4)");
        }

        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select sum(id) from posts")).isEqualTo(1 + 3);
        }
    }

    @Test
    void givesTheNextBorrowerTheSettingsOfANewConnection() throws SQLException {
        Connections connections = open(config);
        int isolation;
        long first = idOfNext(connections);
        Properties clientInfo = clientInfo(connections);
        try (Connection connection = connections.borrow()) {
            isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setReadOnly(true);
            connection.setNetworkTimeout(ConnectionsContract::shutDown, 12_345);
            assertThat(connection.getNetworkTimeout()).isEqualTo(12_345);
            connection.setClientInfo("ApplicationName", "report");
            connection.setTypeMap(Map.of("point", String.class));
        }

        try (Connection connection = connections.borrow()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(connection.getClientInfo()).isEqualTo(clientInfo);
            assertThat(connection.getTypeMap()).isEmpty();
            assertThat(server.id(connection)).isEqualTo(first);
        }
    }

    private static void shutDown(Runnable task) {
        throw new RejectedExecutionException("the executor of " + task + " was shut down");
    }

    @Test
    void takesBackAllOfTheClientInfo() throws SQLException {
        Connections connections = open(config);
        Properties before = clientInfo(connections);
        try (Connection connection = connections.borrow()) {
            Properties all = new Properties();
            all.setProperty("ApplicationName", "report");
            connection.setClientInfo(all);
            assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("report");
        }

        assertThat(clientInfo(connections)).isEqualTo(before);
    }

    private static Properties clientInfo(Connections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return connection.getClientInfo();
        }
    }

    @Test
    void closesWhatIsLentWhenItComesBack() throws SQLException {
        Connections connections = open(config);
        try (Connection connection = connections.borrow()) {
            long first = server.id(connection);
            connections.close();
            assertThat(server.id(connection)).isEqualTo(first);
        }

        awaitCount(0);
    }

    @Test
    void losesNoConnectionWhereItIsOpenedByAnInterruptedThread() throws SQLException {
        Thread.currentThread().interrupt();
        Connections connections = open(config);
        assertThat(Thread.interrupted()).isTrue();

        idOfNext(connections);
        assertThat(server.count(config)).isEqualTo(1);
        connections.close();
        awaitCount(0);
    }

    /** A server notices a farewell a moment later. */
    private void awaitCount(int number) throws SQLException {
        while (server.count(config) != number) {
            Thread.onSpinWait();
        }
    }

    /** However many there are in one borrow. */
    @Test
    void keepsNoCallThatWasClosed() throws SQLException {
        Connections connections = open(config);
        try (Connection connection = connections.borrow()) {
            CallableStatement call = connection.prepareCall("select 7");
            WeakReference<Object> drivers = new WeakReference<>(call.unwrap(CallableStatement.class));
            call.close();
            call = connection.prepareCall("select 8");
            System.gc();

            assertThat(drivers.get()).isNull();
            call.close();
        }
    }

    @Test
    void letsNoOneUseWhatWasReturned() throws SQLException {
        Connections connections = open(config);
        Connection connection = connections.borrow();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("select 1");
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        assertThatThrownBy(connection::createStatement)
                .isInstanceOf(SQLException.class)
                .hasMessage("the connection was returned already; borrow another one");
        assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
        assertThatThrownBy(prepared::executeQuery).isInstanceOf(SQLException.class);
    }

    /** What was sent half-way has no answer, which the next statement would wait for, or would take for its own. */
    @Test
    @Timeout(60)
    void lendsNothingAgainOnWhichAStatementEndedByNoErrorOfSql() throws SQLException {
        Connections connections = open(config);
        execute(
                connections,
                "create table files (content " + (server == Server.POSTGRESQL ? "bytea" : "longblob") + ")");
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("the download broke off");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        });
        try (Connection connection = connections.borrow();
                PreparedStatement insert = connection.prepareStatement("insert into files values (?)")) {
            insert.setBinaryStream(1, broken, 200_000);
            assertThatThrownBy(insert::execute).hasStackTraceContaining("IllegalStateException");
        }

        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select count(*) from files")).isZero();
            assertThat(Server.number(connection, "select 7")).isEqualTo(7);
        }
    }

    @Test
    void leadsBackFromAStatementToWhatWasBorrowed() throws SQLException {
        Connections connections = open(config);
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("select 1");
                CallableStatement call = connection.prepareCall("{call nothing()}")) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(prepared.getConnection()).isSameAs(connection);
            assertThat(call.getConnection()).isSameAs(connection);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            assertThat(connection
                            .getMetaData()
                            .getTables(null, null, "nothing", null)
                            .next())
                    .isFalse();
        }
    }

    @Test
    void startsWithoutItsServerAndFailsAtEachBorrow() throws IOException {
        int port = SilentServer.closedPort();
        Connections connections = open(TestConfig.of(config)
                .withAddress("127.0.0.1", port)
                .withConnectTimeout(Duration.ofMillis(250))
                .build());

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
        Connections connections = open(new Address(embedded, adapter -> running.get()), size);

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

    /** What it cannot open for another reason than the server's is no matter of waiting, and of no other's borrow. */
    @Test
    @Timeout(60)
    void failsAtOnceByWhatIsWrongOnThisSide() {
        AtomicReference<Optional<EmbeddedServer>> running = new AtomicReference<>(Optional.empty());
        AtomicReference<JetsException> wrong = new AtomicReference<>();
        DatabaseConfig embedded = TestConfig.of(config)
                .withAddress("localhost", 1)
                .withLogin("", "")
                .withConnectTimeout(Duration.ofMinutes(5))
                .withEmbedded()
                .build();
        Connections connections = open(
                new Address(embedded, adapter -> {
                    JetsException failure = wrong.get();
                    if (failure != null) {
                        throw failure;
                    }
                    return running.get();
                }),
                size);
        wrong.set(new JetsException("the folder is gone"));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(connections::borrow).isSameAs(wrong.get());
        }
    }

    @Test
    @Timeout(60)
    void lendsAnotherConnectionToWhoWaitsWhileItCloses() throws Exception {
        Connections connections = open(
                TestConfig.of(config).withConnectTimeout(Duration.ofSeconds(10)).build());
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            held.add(connections.borrow());
        }
        long before = connections.statistics().waited();
        Future<Long> waiting = elsewhere(() -> idOfNext(connections));
        while (connections.statistics().waited() == before) {
            Thread.onSpinWait();
        }

        connections.close();
        for (Connection connection : held) {
            connection.close();
        }
        assertThat(waiting.get()).isPositive();
        connections.close();
        // The server hears of it in its own time.
        while (server.count(config) > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void saysThatAllConnectionsAreBorrowed() throws Exception {
        Connections connections = open(
                TestConfig.of(config).withConnectTimeout(Duration.ofMillis(250)).build());
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            held.add(connections.borrow());
        }

        ExecutionException failure = catchThrowableOfType(
                ExecutionException.class, () -> elsewhere(connections::borrow).get());

        assertThat(failure.getCause())
                .isInstanceOf(SQLException.class)
                .hasMessage("no connection to " + connections + " is free: "
                        + (size == 1 ? "the only one was" : "all " + size + " were")
                        + " borrowed for as long as connect_timeout in config/database.yml allows, 250 ms; close each"
                        + " after use, or set a larger pool in config/database.yml");
        for (Connection connection : held) {
            assertThat(connection.isClosed()).isFalse();
            connection.close();
        }
    }

    @Test
    void waitsForAConnectionThatWasPassedToAnotherThread() throws Exception {
        Connections connections = open(config);
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            held.add(connections.borrow());
        }
        CountDownLatch taken = new CountDownLatch(1);
        Future<Long> worker = elsewhere(() -> {
            try (Connection passed = held.get(0)) {
                long id = server.id(passed);
                taken.countDown();
                server.pause(passed);
                return id;
            }
        });
        taken.await();

        try (Connection next = connections.borrow()) {
            assertThat(server.id(next)).isEqualTo(worker.get());
        }
        for (Connection connection : held) {
            connection.close();
        }
    }

    @Test
    void lendsAConnectionToOneThreadAtATime() throws Exception {
        Connections connections = open(config);
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

        assertThat(seen).hasSizeBetween(1, size);
        assertThat(server.count(config)).isBetween(1L, (long) size);
    }

    /** By the driver's own objects, without a statement, so that a million borrows are a matter of seconds. */
    @Test
    void lendsAConnectionToOneOfManyThreadsAtATime() throws Exception {
        int threads = 64;
        int borrowsEach = 1_000_000 / threads;
        Connections connections = open(
                TestConfig.of(config).withConnectTimeout(Duration.ofMinutes(5)).build());
        Set<Connection> inUse = Collections.newSetFromMap(new ConcurrentHashMap<>());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> borrowers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            borrowers.add(pool.submit(() -> {
                int alone = 0;
                for (int n = 0; n < borrowsEach; n++) {
                    try (LentConnection lent = (LentConnection) connections.borrow()) {
                        alone += inUse.add(lent.target()) ? 1 : 0;
                        inUse.remove(lent.target());
                    }
                }
                return alone;
            }));
        }
        int alone = 0;
        for (Future<Integer> borrower : borrowers) {
            alone += borrower.get();
        }
        pool.shutdown();

        assertThat(alone).isEqualTo(borrowsEach * threads);
        assertThat(server.count(config)).isBetween(1L, (long) size);
        assertThat(connections.statistics().opened()).isBetween(1L, (long) size);
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

    private long idOfNext(Connections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return server.id(connection);
        }
    }

    private static <T> Future<T> elsewhere(Callable<T> work) {
        FutureTask<T> future = new FutureTask<>(work);
        Thread thread = new Thread(future, "elsewhere");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private static void execute(Connections connections, String sql) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connections open(DatabaseConfig database) {
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
