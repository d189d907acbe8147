package com.javaonjets.testing;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of a test's own that can be stopped, and started again at the same place with the same data. */
public final class RestartablePostgresql implements AutoCloseable {

    private final HeldPort port = new HeldPort();
    private final Path folder;
    private EmbeddedPostgres server;

    /** Starts a server. */
    public RestartablePostgresql(Path folder) throws IOException, SQLException {
        this.folder = folder;
        this.server = settings().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role app superuser login password 'secret'");
        }
    }

    private EmbeddedPostgres.Builder settings() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port.number())
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("work").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("hba_file", PasswordRule.file().toString());
    }

    public DatabaseConfig config() {
        return TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", port.number(), "postgres")
                .build();
    }

    public void stop() throws IOException {
        server.close();
    }

    /** Returns when the server takes connections. */
    public void start() throws IOException {
        server = settings().start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        port.close();
    }
}
