package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to connections while their process is stopped, as an idle execution environment is. */
@Timeout(120)
abstract class FreezeContract {

    private static final String INSERT = "insert into posts values (7)";
    private static final String COUNT = "select count(*) from posts";

    private final Server server;
    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    FreezeContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
    }

    @Test
    void showsNothingOfAConnectionThatWasKilled() throws Exception {
        showsNothingOfConnectionsThatWereKilled(1);
    }

    @Test
    void showsNothingOfAConnectionOfAPoolThatWasKilled() throws Exception {
        showsNothingOfConnectionsThatWereKilled(3);
    }

    @Test
    void showsOneErrorAtMostOfAKillThatTheNetworkKept() throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                BorrowerProcess borrower = borrower(TestConfig.of(config), proxy)) {
            long id = prepared(borrower);
            borrower.freeze();
            proxy.withholdEnds();
            server.kill(id, config);
            borrower.thaw();

            showsOneErrorAtMost(borrower);
        }
    }

    @Test
    void showsOneErrorAtMostOfALineThatTheNetworkForgot() throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                BorrowerProcess borrower = borrower(TestConfig.of(config), proxy)) {
            long id = prepared(borrower);
            borrower.freeze();
            proxy.forget();
            server.kill(id, config);
            borrower.thaw();

            showsOneErrorAtMost(borrower);
        }
    }

    @Test
    void sendsNothingAgainWhoseAnswerWasLost() throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                BorrowerProcess borrower = borrower(TestConfig.of(config), proxy)) {
            prepared(borrower);
            borrower.freeze();
            proxy.cutBeforeAnswer();
            borrower.thaw();
            assertThat(borrower.answer(INSERT)).contains("Exception");
            proxy.behave();

            assertThat(borrower.answer(COUNT)).isEqualTo("1");
        }
    }

    @Test
    void showsNothingOfAForgottenLineAfterAGap() throws Exception {
        TestConfig pinging = TestConfig.of(config).withPingAfter(Duration.ofMillis(1));
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                BorrowerProcess borrower = borrower(pinging, proxy)) {
            long id = prepared(borrower);
            borrower.freeze();
            proxy.forget();
            server.kill(id, config);
            borrower.thaw();

            // Without a bound on its ping this would have no answer.
            assertThat(borrower.answer(INSERT)).isEqualTo("1");
            assertThat(borrower.answer(COUNT)).isEqualTo("1");
            assertThat(borrower.log()).isEmpty();
        }
    }

    /** Returns the id of the connection. */
    private long prepared(BorrowerProcess borrower) throws IOException {
        assertThat(borrower.answer("create table posts (id int)")).isEqualTo("0");
        return Long.parseLong(borrower.answer(server.idQuery()));
    }

    private static void showsOneErrorAtMost(BorrowerProcess borrower) throws IOException {
        String first = borrower.answer(INSERT);
        // What failed was not done by another connection: the one that it was sent on had ended before.
        String done = first.equals("1") ? "1" : "0";

        assertThat(borrower.answer(COUNT)).isEqualTo(done);
        assertThat(borrower.answer(INSERT)).isEqualTo("1");
        assertThat(borrower.log()).isEmpty();
    }

    private BorrowerProcess borrower(TestConfig settings, CountingProxy proxy) throws IOException {
        return new BorrowerProcess(
                settings.withAddress("127.0.0.1", proxy.port()).build(), 1, folder);
    }

    private void showsNothingOfConnectionsThatWereKilled(int pool) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                BorrowerProcess borrower = new BorrowerProcess(
                        TestConfig.of(config)
                                .withAddress("127.0.0.1", proxy.port())
                                .build(),
                        pool,
                        folder)) {
            long id = Long.parseLong(borrower.answer(server.idQuery()));
            for (int i = 0; i < 3; i++) {
                borrower.freeze();
                server.kill(id, config);
                proxy.awaitEnds();
                borrower.thaw();

                String next = borrower.answer(server.idQuery());
                assertThat(next).containsOnlyDigits().isNotEqualTo(Long.toString(id));
                id = Long.parseLong(next);
            }
            assertThat(borrower.log()).isEmpty();
        }
    }
}
