package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class DirectDataSourceContract {

    private static final String PASSWORD = "hush-hush-4711";

    private static final String CHECK_LOGIN =
            "; check username and password of environment test, in config/database.yml or, if it is"
                    + " set, DATABASE_URL";

    private final Server server;
    private final DatabaseConfig config;

    DirectDataSourceContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
    }

    @Test
    void opensAConnectionOfItsOwnForEachCall() throws SQLException {
        DirectDataSource source = DirectDataSource.of(config);
        try (Connection first = source.getConnection();
                Connection second = source.getConnection()) {
            assertThat(server.id(first)).isNotEqualTo(server.id(second));
            assertThat(server.count(config)).isEqualTo(2);
        }
    }

    @Test
    void reachesTheServerOfADatabaseThatDoesNotExist() throws SQLException {
        DatabaseConfig missing =
                TestConfig.of(config).withDatabase("no_such_database").build();
        try (Connection connection = DirectDataSource.ofServer(missing).getConnection()) {
            assertThat(Server.number(connection, "select 7")).isEqualTo(7);
        }
    }

    /** Host, port and database are handed to it without the URL where they are all there is to say. */
    @Test
    void isTheConnectionThatTheDriverMakesOfTheUrl() throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Connection drivers = DriverManager.getConnection(
                        config.url(), user(), config.password().orElse(""))) {
            assertThat(connection.getMetaData().getURL())
                    .isEqualTo(drivers.getMetaData().getURL());
            assertThat(connection.getMetaData().getUserName())
                    .isEqualTo(drivers.getMetaData().getUserName());
            assertThat(connection.getCatalog()).isEqualTo(drivers.getCatalog());
            assertThat(connection.getClientInfo()).isEqualTo(drivers.getClientInfo());
            assertThat(connection.getClass()).isEqualTo(drivers.getClass());
        }
    }

    @Test
    void reachesADatabaseWhoseNameIsSpecialInAUrl() throws SQLException {
        String name = config.database() + " b%2Fc?d&é";
        DatabaseConfig special = TestConfig.of(config).withDatabase(name).build();
        String quote = config.adapter() == Adapter.POSTGRESQL ? "\"" : "`";
        try (Connection owner = DirectDataSource.ofServer(config).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create database " + quote + name + quote);
            try (Connection connection = DirectDataSource.of(special).getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(name);
            } finally {
                statement.execute("drop database " + quote + name + quote);
            }
        }
    }

    @Test
    void limitsReadsWhileOpeningAndNotAfterwards() throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    @Test
    void waitsAsLongAsItTakesWhereThereIsNoLimit() throws SQLException {
        try (CountingProxy slow = CountingProxy.to(config.host(), config.port())) {
            // More than the least that the driver takes for a limit.
            slow.delay(Duration.ofMillis(server == Server.POSTGRESQL ? 600 : 20));
            DatabaseConfig patient = TestConfig.of(config)
                    .withAddress("127.0.0.1", slow.port())
                    .withConnectTimeout(Duration.ZERO)
                    .build();
            try (Connection connection = DirectDataSource.of(patient).getConnection()) {
                assertThat(connection.getNetworkTimeout()).isZero();
            }
        }
    }

    @Test
    void closesTheSocketOfAnOpeningThatFailsAfterTheLogin() {
        FaultySockets.refuseToUnlimit(true);
        try {
            SQLException failure = failure(TestConfig.of(config).withProperties(FaultySockets.of(server)));
            assertThat((Throwable) failure).hasStackTraceContaining(FaultySockets.REFUSAL);
        } finally {
            FaultySockets.refuseToUnlimit(false);
        }
        assertThat(FaultySockets.last().isClosed()).isTrue();
    }

    @Test
    void leavesALimitThatTheUserSets() throws SQLException {
        boolean inSeconds = config.adapter() == Adapter.POSTGRESQL;
        DatabaseConfig limited = TestConfig.of(config)
                .withProperties(Map.of("socketTimeout", inSeconds ? "7" : "7000"))
                .build();
        try (Connection connection = DirectDataSource.of(limited).getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(7000);
        }
    }

    @Test
    void saysThatNothingListensThere() throws IOException {
        int port = SilentServer.closedPort();
        SQLException failure = failure(TestConfig.of(config).withAddress("127.0.0.1", port));

        assertThat((Throwable) failure)
                .hasMessageStartingWith(
                        "cannot connect to %s at 127.0.0.1:%d, database '%s', user '%s': Connection refused"
                                .formatted(config.adapter(), port, config.database(), user()))
                .hasMessageEndingWith("; check that the server runs there and lets this machine in");
        assertThat(failure.getSQLState()).startsWith("08");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        SQLException failure = failure(TestConfig.of(config).withAddress("database.invalid", 1));

        assertThat((Throwable) failure)
                .hasMessage(
                        "cannot connect to %s at database.invalid:1, database '%s', user '%s': unknown host; check that the server runs there and lets this machine in"
                                .formatted(config.adapter(), config.database(), user()));
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() throws IOException {
        try (SilentServer silent = new SilentServer()) {
            SQLException failure = failure(TestConfig.of(config)
                    .withAddress("127.0.0.1", silent.port())
                    .withConnectTimeout(Duration.ofSeconds(1)));

            assertThat((Throwable) failure).hasMessageContaining(": no answer within 1000 ms; ");
        }
    }

    @Test
    void saysThatThePasswordIsMissing() {
        SQLException failure =
                failure(TestConfig.of(config.toBuilder().password("").build()));

        assertThat((Throwable) failure).hasMessageEndingWith(CHECK_LOGIN);
    }

    @Test
    void saysThatThePasswordIsWrongAndKeepsIt() {
        SQLException failure = failure(TestConfig.of(config).withLogin(user(), PASSWORD));

        assertThat((Throwable) failure)
                .hasMessageStartingWith("cannot connect to %s at %s:%d, database '%s', user '%s': "
                        .formatted(config.adapter(), config.host(), config.port(), config.database(), user()))
                .hasMessageEndingWith(CHECK_LOGIN);
        assertThat(failure.getSQLState()).startsWith("28");
        Secrets.assertAbsent(PASSWORD, failure);
    }

    @Test
    void saysThatTheDatabaseIsUnknown() {
        SQLException failure = failure(TestConfig.of(config).withDatabase("no_such_database"));

        assertThat((Throwable) failure)
                .hasMessageContaining("database 'no_such_database'")
                .hasMessageEndingWith("; create it by mvn jets:db-create -Djets.env=test");
    }

    @Test
    void keepsThePasswordInAUrlThatTheDriverCannotRead() {
        SQLException failure = failure(TestConfig.of(config)
                .withJdbcUrl("jdbc:" + config.adapter() + "://localhost:port/x?password=" + PASSWORD)
                .withLogin(user(), PASSWORD));

        assertThat((Throwable) failure).hasMessageStartingWith("cannot connect to " + config.adapter());
        Secrets.assertAbsent(PASSWORD, failure);
    }

    @Test
    void keepsThePasswordOutOfItsName() {
        assertThat(DirectDataSource.of(config))
                .hasToString("%s at %s:%d, database '%s', user '%s'"
                        .formatted(config.adapter(), config.host(), config.port(), config.database(), user()));
    }

    private String user() {
        return config.username().orElseThrow();
    }

    private static SQLException failure(TestConfig config) {
        DirectDataSource source = DirectDataSource.of(config.build());
        return catchThrowableOfType(
                SQLException.class, () -> source.getConnection().close());
    }
}
