package com.javaonjets.database.dump;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.config.Environment;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.database.DatabaseCreation;
import com.javaonjets.embedded.TestServers;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes empty databases on real servers. */
final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    static DatabaseConfig onEmbedded(Adapter adapter) {
        EmbeddedServer server = TestServers.running(adapter);
        return empty(DatabaseConfig.builder(Environment.DEVELOPMENT, adapter, name())
                .build()
                .on(server));
    }

    /** On the server that the variable names by its JDBC URL, user and password in it. */
    static DatabaseConfig onReal(String variable) {
        URI uri = URI.create(System.getenv(variable).substring("jdbc:".length()));
        String query = "&" + uri.getQuery();
        return empty(DatabaseConfig.builder(Environment.DEVELOPMENT, Adapter.fromString(uri.getScheme()), name())
                .host(uri.getHost())
                .port(uri.getPort())
                .username(query.replaceFirst(".*&user=([^&]*).*", "$1"))
                .password(query.replaceFirst(".*&password=([^&]*).*", "$1"))
                .build());
    }

    /** Skips the tests of a program that is not there, or does not fit the server, and says so. */
    static void assumeFit(DatabaseConfig config, String path) throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            Optional<String> unfit = SchemaProgram.of(config, connection, path).unfit();
            unfit.ifPresent(reason -> System.out.println("NOT RUN: " + reason));
            assumeTrue(unfit.isEmpty(), () -> "NOT RUN: " + unfit.orElse(""));
        }
    }

    private static DatabaseConfig empty(DatabaseConfig config) {
        DatabaseCreation.createIfMissing(config);
        return config;
    }

    private static String name() {
        return "dump-" + ProcessHandle.current().pid() + "_" + Long.toString(System.currentTimeMillis(), 36) + "_"
                + COUNT.incrementAndGet();
    }
}
