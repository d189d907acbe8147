package com.javaonjets.embedded;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.config.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** New, empty databases on embedded servers, which run until the JVM ends. */
public final class TestDatabase {

    private static final Map<Adapter, EmbeddedServer> SERVERS = new EnumMap<>(Adapter.class);
    private static int count;

    private TestDatabase() {}

    public static synchronized DatabaseConfig create(Adapter adapter) throws SQLException {
        EmbeddedServer server = SERVERS.computeIfAbsent(adapter, TestDatabase::start);
        String name = "test_" + ++count;
        Servers.execute(server, adapter == Adapter.MYSQL ? "mysql" : "postgres", "CREATE DATABASE " + name);
        return DatabaseConfig.builder(Environment.TEST, adapter, name).build().on(server);
    }

    /** The lease is not closed: the server ends with this process. */
    private static EmbeddedServer start(Adapter adapter) {
        try {
            Path project = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-project");
            return EmbeddedDatabase.join(project.toAbsolutePath(), adapter, Servers.binaries())
                    .server();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
