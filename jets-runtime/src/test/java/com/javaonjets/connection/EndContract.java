package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestAuthority;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TlsPostgresql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a process ends that has connections open. That its hook waits for no one is seen where the line is stalled. */
@Timeout(180)
abstract class EndContract {

    /** 128 and the number of SIGTERM, as the JVM has it. */
    private static final int TERMINATED = 143;

    /** What Lambda leaves a function after SIGTERM. */
    private static final long MILLISECONDS = 300;

    private final Server server;
    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    EndContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
    }

    @Test
    void saysFarewellOnAnIdleConnection() throws Exception {
        try (CountingProxy proxy = proxy();
                BorrowerProcess borrower = borrower(proxy, 1)) {
            borrower.answer(server.idQuery());

            terminate(borrower);
            saidFarewell(proxy, borrower, 1);
        }
    }

    /** Of some ends the least time counts: to a busy machine's, its other work adds. The JVM's own end comes after it. */
    @Test
    void saysFarewellInTheTimeThatLambdaLeaves() throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10 && least > MILLISECONDS; i++) {
            try (CountingProxy proxy = proxy();
                    BorrowerProcess borrower = borrower(proxy, 1)) {
                borrower.answer(server.idQuery());
                long start = System.nanoTime();
                borrower.terminate();
                proxy.awaitEnds();
                least = Math.min(least, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                saidFarewell(proxy, borrower, 1);
            }
        }
        assertThat(least).isLessThanOrEqualTo(MILLISECONDS);
    }

    @Test
    void saysFarewellOnABorrowedConnection() throws Exception {
        try (CountingProxy proxy = proxy();
                BorrowerProcess borrower = borrower(proxy, 1)) {
            borrower.answer("create table posts (id int)");
            assertThat(borrower.answer(Borrower.HOLD + "insert into posts values (7)"))
                    .isEqualTo("1");

            terminate(borrower);
            saidFarewell(proxy, borrower, 1);
        }
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            assertThat(Server.number(connection, "select count(*) from posts")).isZero();
        }
    }

    /** It waits until the borrow that the main thread never returns is over. */
    @Test
    void lendsToAHookWhatWasBorrowedWhenTheEndCame() throws Exception {
        for (int pool = 1; pool <= 2; pool++) {
            try (BorrowerProcess borrower = new BorrowerProcess(config, pool, folder)) {
                assertThat(borrower.answer(Borrower.AT_THE_END + "select 7")).isEqualTo("noted");
                borrower.answer(Borrower.HOLD + server.idQuery());

                borrower.terminate();
                assertThat(borrower.answer()).isEqualTo("7");
                assertThat(borrower.awaitEnd()).isEqualTo(TERMINATED);
            }
        }
    }

    @Test
    void saysFarewellOnEveryConnectionOfAPool() throws Exception {
        try (CountingProxy proxy = proxy();
                BorrowerProcess borrower = borrower(proxy, 2)) {
            assertThat(borrower.answer(Borrower.TWICE + server.idQuery())).contains(" ");
            borrower.answer(Borrower.HOLD + server.idQuery());

            terminate(borrower);
            saidFarewell(proxy, borrower, 2);
        }
    }

    @Test
    void saysFarewellWhenMainReturns() throws Exception {
        for (int pool = 1; pool <= 2; pool++) {
            try (CountingProxy proxy = proxy();
                    BorrowerProcess borrower = borrower(proxy, pool)) {
                borrower.answer(server.idQuery());

                borrower.ask(Borrower.LEAVE);
                assertThat(borrower.awaitEnd()).isZero();
                saidFarewell(proxy, borrower, 1);
            }
        }
    }

    @Test
    void isNoLossToTheServer() throws Exception {
        long lost = lostBy(BorrowerProcess::terminate);
        for (int i = 0; i < 2 && lost > 0; i++) {
            // Some servers count in all, and may have lost a client of another test meanwhile.
            lost = lostBy(BorrowerProcess::terminate);
        }
        assertThat(lost).isZero();
        // So that it is known to count.
        assertThat(lostBy(BorrowerProcess::kill)).isPositive();
    }

    private long lostBy(Ending ending) throws Exception {
        long before = server.lost(config);
        try (BorrowerProcess borrower = new BorrowerProcess(config, 1, folder)) {
            borrower.answer(server.idQuery());
            ending.end(borrower);
            borrower.awaitEnd();
        }
        awaitNoSession();
        return server.lost(config) - before;
    }

    @Test
    void doesNotWaitForAStatement() throws Exception {
        try (CountingProxy proxy = proxy();
                BorrowerProcess borrower = borrower(proxy, 1)) {
            long id = Long.parseLong(borrower.answer(server.idQuery()));
            borrower.ask(server.longStatement());
            try (Connection other = DirectDataSource.of(config).getConnection()) {
                while (!server.isAtWork(other, id)) {
                    Thread.onSpinWait();
                }
                terminate(borrower);
                proxy.awaitEnds();
            } finally {
                server.kill(id, config);
            }
        }
    }

    @Test
    void doesNotWaitForAStalledLine() throws Exception {
        try (CountingProxy proxy = proxy();
                BorrowerProcess borrower = borrower(proxy, 1)) {
            borrower.answer(server.idQuery());
            endsThough(proxy::stall, proxy, borrower);
        }
    }

    @Test
    void doesNotWaitForAStatementOnAStalledLine() throws Exception {
        try (CountingProxy proxy = proxy();
                BorrowerProcess borrower = borrower(proxy, 2)) {
            borrower.answer(server.idQuery());
            endsThough(
                    () -> {
                        proxy.stall();
                        borrower.ask(server.idQuery());
                    },
                    proxy,
                    borrower);
        }
    }

    @Test
    void doesNotWaitForAStalledLineUnderTls() throws Exception {
        if (server == Server.POSTGRESQL) {
            try (TlsPostgresql tls =
                    new TlsPostgresql(new TestAuthority(folder, "authority").issue("CN=server", "ip:127.0.0.1"))) {
                doesNotWaitForAStalledLineUnderTls(tls.config());
            }
        } else {
            doesNotWaitForAStalledLineUnderTls(config);
        }
    }

    private void doesNotWaitForAStalledLineUnderTls(DatabaseConfig direct) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(direct.host(), direct.port());
                BorrowerProcess borrower = new BorrowerProcess(
                        TestConfig.of(direct)
                                .withAddress("127.0.0.1", proxy.port())
                                .withSsl("require")
                                .build(),
                        1,
                        folder)) {
            borrower.answer(server.idQuery());
            endsThough(proxy::stall, proxy, borrower);
        }
    }

    private static void endsThough(Fault fault, CountingProxy proxy, BorrowerProcess borrower) throws Exception {
        try {
            fault.begin();
            terminate(borrower);
        } finally {
            proxy.resume();
        }
    }

    private static void terminate(BorrowerProcess borrower) throws IOException, InterruptedException {
        borrower.terminate();
        assertThat(borrower.awaitEnd()).isEqualTo(TERMINATED);
    }

    private void saidFarewell(CountingProxy proxy, BorrowerProcess borrower, int connections) throws IOException {
        proxy.awaitEnds();
        assertThat(proxy.lastWords())
                .as(borrower.log())
                .hasSize(connections)
                .allSatisfy(words -> assertThat(words).endsWith(server.farewell()));
    }

    private void awaitNoSession() throws SQLException {
        while (server.count(config) > 0) {
            Thread.onSpinWait();
        }
    }

    private CountingProxy proxy() {
        return CountingProxy.to(config.host(), config.port());
    }

    private BorrowerProcess borrower(CountingProxy proxy, int pool) throws IOException {
        return new BorrowerProcess(
                TestConfig.of(config).withAddress("127.0.0.1", proxy.port()).build(), pool, folder);
    }

    /** What ends a process. */
    private interface Ending {
        void end(BorrowerProcess borrower) throws IOException, InterruptedException;
    }

    /** What befalls the line. */
    private interface Fault {
        void begin() throws IOException;
    }
}
