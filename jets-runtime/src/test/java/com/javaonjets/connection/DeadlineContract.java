package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an invocation may wait for. */
@SuppressWarnings("try") // closing it is all the use of a fence
abstract class DeadlineContract extends InvocationContract {

    private static final int LARGE = 15_000_000;

    private static final String MANY_ROWS =
            "with recursive s as (select 1 as n union all select n + 1 from s where n < 900)"
                    + " select n, repeat('x', 100000) from s";

    DeadlineContract(Server server, int size) {
        super(server, size);
    }

    @Test
    @Timeout(60)
    void waitsForOthersNoLongerThanTheInvocationHasTime() throws Exception {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            held.add(connections.borrow());
        }

        ExecutionException failure = catchThrowableOfType(
                ExecutionException.class,
                () -> started(() -> {
                            try (Fence invocation = Fence.of(400)) {
                                return connections.borrow();
                            }
                        })
                        .get());

        assertThat(failure.getCause())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("borrowed for as long as the invocation's time allows, ");
        assertThat(connections.statistics().refused()).isEqualTo(1);
        for (Connection connection : held) {
            connection.close();
        }
    }

    @Test
    @Timeout(60)
    void waitsForTheServerNoLongerThanTheInvocationHasTime() {
        proxy.cut();
        proxy.refuse();

        try (Fence invocation = Fence.of(400)) {
            assertThatThrownBy(connections::borrow)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("; waited for it as long as the invocation's time allows, ");
            assertThat(invocation.left()).isLessThan(Duration.ofMillis(400));
        }
    }

    @Test
    @Timeout(60)
    void waitsOnWhereTheTimeOfAnotherInvocationWasUp() throws Exception {
        proxy.cut();
        proxy.refuse();
        FutureTask<Connection> hasty = started(() -> {
            try (Fence invocation = Fence.of(800)) {
                return connections.borrow();
            }
        });
        while (connections.statistics().waited() == 0) {
            Thread.onSpinWait();
        }
        FutureTask<Long> patient = started(() -> {
            try (Fence invocation = Fence.of(60_000)) {
                return id();
            }
        });

        assertThatThrownBy(hasty::get)
                .hasMessageContaining("; waited for it as long as the invocation's time allows, ");
        proxy.accept();
        assertThat(patient.get()).isPositive();
    }

    @Test
    @Timeout(60)
    void waitsForAnAnswerNoLongerThanTheInvocationHasTime() throws SQLException {
        long first = id();
        proxy.trips();
        try (Fence invocation = Fence.of(400);
                Connection connection = connections.borrow()) {
            assertThatThrownBy(() -> server.pause(connection))
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessage("no answer from " + connections + " before the invocation's time was up; whether the"
                            + " statement was done is not known; a longer timeout of the function gives it more");
        }

        assertThat(id()).isNotEqualTo(first);
    }

    /** Each answer comes in time, all of them together do not. */
    @Test
    @Timeout(60)
    void opensNoLongerThanTheInvocationHasTime() throws SQLException {
        proxy.cut();
        proxy.delay(Duration.ofMillis(400));
        try (Fence invocation = Fence.of(1_200)) {
            assertThatThrownBy(connections::borrow).isInstanceOf(SQLException.class);
        }
        proxy.behave();

        assertThat(id()).isPositive();
    }

    @Test
    @Timeout(60)
    void waitsNoLongerWhateverTheDriverWasTold() throws SQLException {
        id();
        try (Fence invocation = Fence.of(400);
                Connection connection = connections.borrow()) {
            connection.setNetworkTimeout(Runnable::run, 600_000);
            assertThatThrownBy(() -> server.pause(connection)).isInstanceOf(SQLTimeoutException.class);
        }
    }

    @Test
    @Timeout(60)
    void waitsNoLongerThanTheDriverWasTold() throws SQLException {
        id();
        try (Fence invocation = Fence.of(600_000);
                Connection connection = connections.borrow()) {
            connection.setNetworkTimeout(Runnable::run, 100);
            assertThatThrownBy(() -> server.pause(connection))
                    .isInstanceOf(SQLException.class)
                    .isNotInstanceOf(SQLTimeoutException.class);
        }
    }

    /** Each piece of them comes soon, all of them together take minutes. */
    @Test
    @Timeout(60)
    void waitsForRowsNoLongerThanTheInvocationHasTime() throws SQLException {
        id();
        try (Fence invocation = Fence.of(2_000);
                Connection connection = connections.borrow()) {
            ResultSet rows = stream(connection);
            proxy.delay(Duration.ofMillis(200));
            assertThatThrownBy(() -> count(rows)).isInstanceOf(SQLException.class);
            assertThat(invocation.leftMilliseconds()).isEqualTo(1);
        }
        proxy.behave();

        assertThat(id()).isPositive();
    }

    @Test
    @Timeout(60)
    void saysThatTheRowsOfAStatementDidNotComeInTime() throws SQLException {
        id();
        try (Fence invocation = Fence.of(2_000);
                Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            proxy.delay(Duration.ofMillis(200));
            assertThatThrownBy(() -> statement.executeQuery(MANY_ROWS)).isInstanceOf(SQLTimeoutException.class);
        }
        proxy.behave();

        assertThat(id()).isPositive();
    }

    /** MySQL's driver reads them all to close them. */
    @Test
    @Timeout(60)
    void takesBackRowsThatAreUnderWayInBoundedTime() throws SQLException {
        id();
        try (Fence invocation = Fence.of(2_000)) {
            stream(connections.borrow());
            proxy.delay(Duration.ofMillis(200));
        }
        proxy.behave();

        assertThat(id()).isPositive();
    }

    @Test
    @Timeout(60)
    void returnsRowsThatAreUnderWayInBoundedTime() throws SQLException {
        Connections impatient = open(Duration.ofSeconds(2));
        try (Connection connection = impatient.borrow()) {
            stream(connection);
            proxy.delay(Duration.ofMillis(200));
        }
        proxy.behave();

        try (Connection next = impatient.borrow()) {
            assertThat(server.id(next)).isPositive();
        }
        impatient.close();
    }

    private ResultSet stream(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(server == Server.POSTGRESQL ? 10 : Integer.MIN_VALUE);
        ResultSet rows = statement.executeQuery(MANY_ROWS);
        rows.next();
        return rows;
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    /** What the driver asks by itself is no statement of the borrower's. */
    @Test
    @Timeout(60)
    void waitsForWhatTheDriverAsksNoLongerThanTheInvocationHasTime() throws SQLException {
        List<Use> uses = List.of(
                connection -> connection.getMetaData().getTables(null, null, "%", null),
                connection -> connection.setSavepoint(),
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE),
                connection -> assertThat(connection.isValid(60)).isTrue());
        for (Use use : uses) {
            id();
            try (Fence invocation = Fence.of(400);
                    Connection connection = connections.borrow()) {
                if (use == uses.get(1)) {
                    connection.setAutoCommit(false);
                }
                proxy.stall();
                assertThatThrownBy(() -> use.on(connection)).isInstanceOfAny(SQLException.class, AssertionError.class);
                assertThat(invocation.leftMilliseconds()).isEqualTo(1);
            }
            proxy.resume();
        }

        assertThat(id()).isPositive();
    }

    @Test
    @Timeout(60)
    void sendsNoLongerThanTheInvocationHasTime() throws SQLException {
        long first = id();
        try (Fence invocation = Fence.of(1_000);
                Connection connection = connections.borrow()) {
            proxy.stall();
            assertThatThrownBy(() -> length(connection)).isInstanceOf(SQLTimeoutException.class);
        }
        proxy.resume();

        assertThat(id()).isNotEqualTo(first);
    }

    @Test
    @Timeout(60)
    void sendsWhatIsMoreThanTheNetworkTakesAtOnce() throws SQLException {
        id();
        proxy.delay(Duration.ofMillis(3));
        try (Fence invocation = Fence.of(60_000);
                Connection connection = connections.borrow()) {
            assertThat(length(connection)).isEqualTo(LARGE);
            Thread.currentThread().interrupt();
            assertThat(length(connection)).isEqualTo(LARGE);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Of more than the buffers of two sockets hold, and less than MariaDB takes. */
    private static int length(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select length(?)")) {
            statement.setString(1, "x".repeat(LARGE));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    @Timeout(60)
    void endsASendingThatAnotherThreadIsInterruptedIn() throws Exception {
        long first = id();
        CompletableFuture<Thread> sender = new CompletableFuture<>();
        proxy.stall();
        try (Fence invocation = Fence.of(600_000)) {
            FutureTask<Integer> worker = started(() -> {
                sender.complete(Thread.currentThread());
                try (Connection connection = connections.borrow()) {
                    return length(connection);
                }
            });
            while (!worker.isDone() && !isIn(sender.join(), "awaitRoom")) {
                Thread.onSpinWait();
            }
            sender.join().interrupt();

            assertThatThrownBy(worker::get).isInstanceOf(ExecutionException.class);
        }
        proxy.resume();

        assertThat(id()).isNotEqualTo(first);
    }

    private static boolean isIn(Thread thread, String method) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    @Test
    void leavesNoLimitBehind() throws SQLException {
        id();
        try (Fence invocation = Fence.of(60_000);
                Connection connection = connections.borrow()) {
            server.id(connection);
            assertThat(connection.getNetworkTimeout()).isZero();
            connection.setNetworkTimeout(Runnable::run, 77_000);
            server.id(connection);
            assertThat(connection.getNetworkTimeout()).isEqualTo(77_000);
        }

        try (Connection connection = connections.borrow()) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    @Test
    @Timeout(60)
    void returnsAConnectionInBoundedTimeWhereTheNetworkIsSilent() throws SQLException {
        Connections impatient = open(Duration.ofSeconds(1));
        Connection connection = impatient.borrow();
        long first = server.id(connection);
        connection.setAutoCommit(false);
        server.id(connection);
        proxy.stall();
        connection.close();
        proxy.resume();

        try (Connection next = impatient.borrow()) {
            assertThat(server.id(next)).isNotEqualTo(first);
        }
        impatient.close();
    }

    /** What a borrower does. */
    private interface Use {
        void on(Connection connection) throws SQLException;
    }
}
