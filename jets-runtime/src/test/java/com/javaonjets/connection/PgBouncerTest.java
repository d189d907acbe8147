package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.PgBouncer;
import com.javaonjets.testing.Printed;
import com.javaonjets.testing.RealPgBouncer;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pooler between the connections and their server, which takes less than a server does. */
@RealPgBouncer
@Timeout(120)
final class PgBouncerTest {

    private static final String LENIENT = "ignore_startup_parameters = extra_float_digits";
    private static final String ONE_SESSION = "default_pool_size = 1";

    private final DatabaseConfig server = TestServers.postgresql();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void goesOnWithoutSettingsAndSaysSoOnce(String mode) throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, mode, folder, LENIENT)) {
            assertThat(logOf(pooler)).containsOnlyOnce("takes no settings of a session, as a pooler does");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void goesOnWithoutTheDriversOwnSettings(String mode) throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, mode, folder)) {
            assertThat(logOf(pooler)).containsOnlyOnce("takes no settings of a session, as a pooler does");
        }
    }

    /** Two connections, the second of which is opened with what the first one found out. */
    private static String logOf(PgBouncer pooler) {
        return Printed.by(() -> {
            Connections connections = open(TestConfig.of(pooler.config()).withPool(2));
            try (Connection first = connections.borrow();
                    Connection second = connections.borrow()) {
                assertThat(Server.number(first, "select 7")).isEqualTo(7);
                assertThat(Server.number(second, "select 7")).isEqualTo(7);
            }
            connections.close();
        });
    }

    @Test
    void tellsNothingThatIsRefusedASecondTime() throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, "transaction", folder, LENIENT);
                CountingProxy proxy =
                        CountingProxy.to("127.0.0.1", pooler.config().port())) {
            Connections connections = open(TestConfig.of(pooler.config()).withAddress("127.0.0.1", proxy.port()));
            assertThat(proxy.connections()).isEqualTo(2);
            proxy.cut();
            proxy.trips();
            connections.borrow().close();

            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(proxy.trips()).isEqualTo(1);
            connections.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void runsAStatementAsOftenAsOneLikes(String mode) throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, mode, folder, LENIENT)) {
            Connections connections = open(TestConfig.of(pooler.config()).withPool(2));
            try (Connection first = connections.borrow();
                    Connection second = connections.borrow()) {
                takeTurns(first, second);
            }
            connections.close();
        }
    }

    /** Else the test before this one would show nothing. */
    @Test
    void meetsAPoolerThatBreaksWhatIsPreparedOnTheServer() throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, "transaction", folder, LENIENT, ONE_SESSION);
                Connection first = DirectDataSource.of(pooler.config()).getConnection();
                Connection second = DirectDataSource.of(pooler.config()).getConnection()) {
            assertThatThrownBy(() -> takeTurns(first, second))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P05"));
        }
    }

    @Test
    void runsAStatementOfManyClientsInOneSession() throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, "transaction", folder, LENIENT, ONE_SESSION)) {
            Connections connections = open(TestConfig.of(pooler.config()).withPool(2));
            try (Connection first = connections.borrow();
                    Connection second = connections.borrow()) {
                takeTurns(first, second);
            }
            connections.close();
        }
    }

    private static void takeTurns(Connection first, Connection second) throws SQLException {
        try (PreparedStatement one = first.prepareStatement("select ?::int");
                PreparedStatement other = second.prepareStatement("select ?::int")) {
            for (int i = 0; i < 20; i++) {
                assertThat(number(one, i)).isEqualTo(i);
                assertThat(number(other, i)).isEqualTo(i);
            }
        }
    }

    private static int number(PreparedStatement statement, int parameter) throws SQLException {
        statement.setInt(1, parameter);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void rollsBackAndResets(String mode) throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, mode, folder, LENIENT, ONE_SESSION)) {
            Connections connections = open(TestConfig.of(pooler.config()).withReset());
            try (Connection connection = connections.borrow()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("create table posts (id int)");
                connection.createStatement().execute("set lock_timeout = 7000");
                connection.commit();
                connection.createStatement().execute("insert into posts values (1)");
            }
            try (Connection connection = connections.borrow()) {
                assertThat(Server.number(connection, "select count(*) from posts"))
                        .isZero();
                assertThat(Server.number(connection, Server.POSTGRESQL.usersOtherQuery()))
                        .isZero();
            }
            connections.close();
        }
    }

    @Test
    void saysWhatAPoolerThatIsFullSaid() throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, "transaction", folder, LENIENT, "max_client_conn = 1")) {
            Connections first = open(TestConfig.of(pooler.config()));
            // Opened now, if it was not: the look at whether the pooler runs may have been the one client.
            first.borrow().close();
            Connections second = open(TestConfig.of(pooler.config()).withConnectTimeout(Duration.ofMillis(400)));

            assertThatThrownBy(second::borrow)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no more connections allowed (max_client_conn)")
                    .hasMessageEndingWith(
                            "; waited for it as long as connect_timeout in config/database.yml allows, 400 ms");
            second.close();
            first.close();
        }
    }

    @Test
    void waitsForAPoolerThatIsFull() throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, "transaction", folder, LENIENT, "max_client_conn = 1")) {
            Connections first = open(TestConfig.of(pooler.config()));
            // Opened now, if it was not: the look at whether the pooler runs may have been the one client.
            first.borrow().close();
            Connections second = open(TestConfig.of(pooler.config()).withConnectTimeout(Duration.ofMinutes(1)));
            FutureTask<Long> waiter = new FutureTask<>(() -> {
                try (Connection connection = second.borrow()) {
                    return Server.number(connection, "select 7");
                }
            });
            new Thread(waiter, "waiter").start();
            while (second.statistics().waited() == 0) {
                Thread.onSpinWait();
            }
            first.close();

            assertThat(waiter.get()).isEqualTo(7);
            second.close();
        }
    }

    @Test
    void doesNotWaitWhereAPoolerRefusesTheUser() throws Exception {
        try (PgBouncer pooler = new PgBouncer(server, "session", folder, LENIENT, "auth_type = trust", "auth_file =")) {
            Connections connections = open(TestConfig.of(pooler.config()).withConnectTimeout(Duration.ofMinutes(5)));

            assertThatThrownBy(connections::borrow).isInstanceOf(SQLException.class);
            assertThat(connections.statistics().waited()).isZero();
            connections.close();
        }
    }

    private static Connections open(TestConfig config) {
        return Connections.open(config.build(), Map.of());
    }
}
