package com.javaonjets.testing;

import com.javaonjets.config.Adapter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL from io.zonky.test's binaries, with an account that needs its password, as real ones do. */
final class PostgresqlServer {

    private PostgresqlServer() {}

    static TestServer start() {
        // In the build folder, and not the system's temporary one: what a killed run leaves goes with mvn clean.
        Path target = Path.of("target").toAbsolutePath();
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(target.resolve("postgresql").toFile())
                    .setDataDirectory(target.resolve(
                            "postgresql-data-" + ProcessHandle.current().pid()))
                    .setServerConfig("hba_file", PasswordRule.file().toString())
                    .start();
            TestConfig account = TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", server.getPort(), "postgres");
            createAccount(server, account);
            return TestServer.announced(account, "PostgreSQL", "show server_version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createAccount(EmbeddedPostgres server, TestConfig account) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create role " + account.username() + " superuser login password '" + account.password() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
