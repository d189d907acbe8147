package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are full or starting, and failures that waiting does not mend. */
abstract class OpeningContract {

    private final Server server;
    private final DatabaseConfig direct;
    private final String user;
    private final CountingProxy proxy;
    private final TestConfig limited;

    OpeningContract(Server server) {
        this.server = server;
        this.direct = server.newDatabase();
        this.user = "one_" + direct.database();
        this.proxy = CountingProxy.to(direct.host(), direct.port());
        this.limited = TestConfig.of(direct)
                .withAddress("127.0.0.1", proxy.port())
                .withLogin(user, "secret")
                .withConnectTimeout(Duration.ofSeconds(20));
    }

    @BeforeEach
    void createUser() throws SQLException {
        server.createLimitedUser(user, "secret", direct);
    }

    @AfterEach
    void close() throws SQLException {
        proxy.close();
        server.dropUser(user, direct);
    }

    @Test
    void waitsForAServerThatIsFull() throws Exception {
        FutureTask<Link> opening;
        try (Connection only = only()) {
            assertThat(only.isClosed()).isFalse();
            opening = started();
            awaitAttempts(3);
        }

        opening.get().end();
    }

    @Test
    void waitsForAServerThatStarts() throws Exception {
        proxy.refuse();
        FutureTask<Link> opening = started();
        proxy.accept();

        opening.get().end();
    }

    @Test
    void saysThatTheServerWasFullAllTheTime() throws SQLException {
        try (Connection only = only()) {
            assertThat(only.isClosed()).isFalse();
            assertThatThrownBy(() -> open(limited.withConnectTimeout(Duration.ofMillis(300))))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("cannot connect to %s at 127.0.0.1:%d, database '%s', user '%s': "
                            .formatted(direct.adapter(), proxy.port(), direct.database(), user))
                    .hasMessageContaining(server == Server.POSTGRESQL ? "too many connections" : "max_user_connections")
                    .hasMessageEndingWith(
                            "; waited for it as long as connect_timeout in config/database.yml allows, 300 ms");
        }
        assertThat(proxy.connections()).isGreaterThan(1);
    }

    /** Each answer comes in time, and all together do not. */
    @Test
    void isBoundedAsAWhole() {
        proxy.delay(Duration.ofMillis(300));

        assertThatThrownBy(() -> open(limited.withConnectTimeout(Duration.ofSeconds(1))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(": no answer within ");
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void waitsUntilAboutTheEnd() throws SQLException {
        try (Connection only = only()) {
            assertThat(only.isClosed()).isFalse();
            for (int i = 0; i < 3; i++) {
                Patience waited = new Patience(Duration.ZERO, Fence.NONE);
                assertThatThrownBy(() -> open(limited.withConnectTimeout(Duration.ofMillis(1500))))
                        .isInstanceOf(SQLException.class);
                assertThat(waited.waited()).isGreaterThan(Duration.ofMillis(1380));
            }
        }
    }

    @Test
    void doesNotTryAWrongPasswordAgain() {
        assertThatThrownBy(() -> open(limited.withLogin(user, "wrong"))).isInstanceOf(SQLException.class);
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void doesNotTryAnUnknownDatabaseAgain() {
        assertThatThrownBy(() -> open(limited.withDatabase("no_such_database"))).isInstanceOf(SQLException.class);
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void doesNotWaitWhereTlsIsRefused() {
        assertThatThrownBy(() -> open(limited.withSslrootcert("no-such-file.pem")))
                .isInstanceOf(Exception.class);
        assertThat(proxy.connections()).isLessThan(2);
    }

    /** The one connection that the user may have. */
    private Connection only() throws SQLException {
        return DirectDataSource.of(
                        TestConfig.of(direct).withLogin(user, "secret").build())
                .getConnection();
    }

    private FutureTask<Link> started() {
        FutureTask<Link> opening = new FutureTask<>(() -> open(limited));
        Thread thread = new Thread(opening, "opening");
        thread.setDaemon(true);
        thread.start();
        return opening;
    }

    private void awaitAttempts(int number) {
        for (int attempts = 0; attempts < number; attempts += proxy.connections()) {
            Thread.onSpinWait();
        }
    }

    private static Link open(TestConfig config) throws SQLException {
        DatabaseConfig database = config.build();
        return Opening.patiently(
                Address.of(database, Path.of("")),
                new Counters(),
                new Patience(database.connectTimeout(), Fence.current()));
    }
}
