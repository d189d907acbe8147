package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.testing.Printed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an invocation may leave behind. */
@SuppressWarnings("try") // closing it is all the use of a fence
abstract class FenceContract extends InvocationContract {

    FenceContract(Server server, int size) {
        super(server, size);
    }

    @Test
    void takesBackWhatWasNotReturned() throws SQLException {
        execute("create table posts (id int)");
        Connection left;
        Statement statement;
        long first;
        try (Fence invocation = Fence.of(60_000)) {
            left = connections.borrow();
            first = server.id(left);
            left.setAutoCommit(false);
            statement = left.createStatement();
            statement.execute("insert into posts values (1)");
        }

        assertThatThrownBy(left::createStatement)
                .hasMessage("the connection was taken back when its invocation ended; borrow one in each invocation");
        assertThatThrownBy(left::commit).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> statement.execute("insert into posts values (2)"))
                .isInstanceOf(SQLException.class);
        assertThat(left.isClosed()).isTrue();
        left.close();
        try (Connection next = connections.borrow()) {
            assertThat(server.id(next)).isEqualTo(first);
            assertThat(next.getAutoCommit()).isTrue();
            assertThat(Server.number(next, "select count(*) from posts")).isZero();
        }
        assertThat(connections.statistics().takenBack()).isEqualTo(1);
    }

    @Test
    void namesTheStackThatBorrowed() {
        String log = Printed.by(() -> {
            try (Fence invocation = Fence.unbounded()) {
                forgetful();
            }
        });

        assertThat(log)
                .contains("a connection to " + connections + " was not returned before its invocation ended")
                .contains("FenceContract.forgetful(FenceContract.java:")
                .doesNotContain(direct.password().orElseThrow());
    }

    private void forgetful() throws SQLException {
        connections.borrow();
    }

    @Test
    void leavesAloneWhatWasReturned() throws SQLException {
        String log = Printed.by(() -> {
            try (Fence invocation = Fence.of(60_000)) {
                assertThat(id()).isPositive();
            }
        });

        assertThat(log).isEmpty();
        assertThat(connections.statistics().takenBack()).isZero();
    }

    @Test
    void endsAConnectionOnWhichAnotherThreadWorksStill() throws Exception {
        FutureTask<Long> worker;
        long first;
        try (Fence invocation = Fence.of(60_000)) {
            Connection passed = connections.borrow();
            first = server.id(passed);
            worker = started(() -> {
                server.pause(passed);
                return server.id(passed);
            });
            awaitWork(first);
        }

        assertThatThrownBy(worker::get).isInstanceOf(ExecutionException.class);
        assertThat(id()).isNotEqualTo(first);
    }

    private void awaitWork(long connectionId) throws SQLException {
        try (Connection other = DirectDataSource.ofServer(direct).getConnection()) {
            while (!server.isAtWork(other, connectionId)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void takesBackWhatAnotherThreadOfTheOnlyInvocationBorrowed() throws Exception {
        try (Fence invocation = Fence.of(60_000)) {
            assertThat(started(connections::borrow).get().isClosed()).isFalse();
        }

        assertThat(connections.statistics().takenBack()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void isNotBoundByAnInvocationThatAnotherThreadClosed() throws Exception {
        started(() -> {
                    Fence closed = Fence.of(400);
                    started(() -> {
                                closed.close();
                                return null;
                            })
                            .get();
                    goesOnAfter(closed);
                    return null;
                })
                .get();
    }

    @Test
    @Timeout(60)
    void isNotBoundByAnInvocationThatWasLeftOpen() throws Exception {
        started(() -> {
                    Fence left = Fence.of(400);
                    Connection borrowed = connections.borrow();
                    awaitStop(left);
                    assertThat(started(Fence::current).get()).isSameAs(Fence.NONE);
                    assertThat(Fence.current()).isSameAs(Fence.NONE);

                    goesOnAfter(left);
                    assertThat(borrowed.isClosed()).isTrue();
                    assertThat(connections.statistics().takenBack()).isEqualTo(1);
                    return null;
                })
                .get();
    }

    /** In a quarter of its 400 ms it would still have answered. */
    private static void awaitStop(Fence fence) {
        while (fence.left().compareTo(Duration.ofMillis(-150)) > 0) {
            Thread.onSpinWait();
        }
    }

    private void goesOnAfter(Fence earlier) throws Exception {
        awaitStop(earlier);
        for (int i = 0; i < 3; i++) {
            try (Fence invocation = Fence.of(60_000);
                    Connection connection = connections.borrow()) {
                assertThat(invocation.left()).isGreaterThan(Duration.ofSeconds(30));
                assertThat(started(Fence::current).get()).isSameAs(invocation);
                assertThat(server.id(connection)).isPositive();
            }
            assertThat(Fence.current()).isSameAs(Fence.NONE);
        }
    }

    @Test
    void endsAnInvocationThatWasLeftOpenWhereAnotherRequestBegins() throws Exception {
        Fence left = Fence.of(60_000, "first");
        Connection borrowed = connections.borrow();
        try (Fence invocation = Fence.of(600_000, "second")) {
            assertThat(borrowed.isClosed()).isTrue();
            assertThat(connections.statistics().takenBack()).isEqualTo(1);
            assertThat(invocation.left()).isGreaterThan(Duration.ofMinutes(5));
            assertThat(id()).isPositive();
            try (Fence within = Fence.of(900_000, "second")) {
                assertThat(within.left()).isLessThan(Duration.ofMinutes(10));
            }
        }
        assertThat(Fence.current()).isSameAs(Fence.NONE);
        left.close();
    }

    @Test
    void goesBackToTheInvocationAroundOneThatWasLeftOpen() throws Exception {
        try (Fence around = Fence.unbounded()) {
            Fence left = Fence.of(1);
            while (left.left().compareTo(Duration.ofMillis(-10)) > 0) {
                Thread.onSpinWait();
            }
            try (Fence invocation = Fence.of(60_000)) {
                assertThat(Fence.current()).isSameAs(invocation);
            }
            assertThat(Fence.current()).isSameAs(around);
        }
    }

    @Test
    void takesBackTheOthersWhereOneCannotBe() throws SQLException {
        Address address = Address.of(direct, Path.of(""));
        List<Link> links = List.of(Opening.once(address, new Counters()), Opening.once(address, new Counters()));
        List<Link> returned = new ArrayList<>();
        String log = Printed.by(() -> {
            try (Fence invocation = Fence.of(60_000)) {
                for (Link link : links) {
                    new Borrow(address, new Counters()).lend(link, (used, fit) -> {
                        returned.add(used);
                        throw new StackOverflowError("no room to return");
                    });
                }
            }
        });

        assertThat(returned).containsExactlyInAnyOrderElementsOf(links);
        assertThat(log).contains("a connection could not be taken back from its invocation", "no room to return");
        links.forEach(Link::end);
    }

    @Test
    void costsNoTrip() throws SQLException {
        id();
        proxy.trips();
        for (int i = 0; i < 3; i++) {
            try (Fence invocation = Fence.of(60_000)) {
                assertThat(id()).isPositive();
            }
            assertThat(proxy.trips()).isEqualTo(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
