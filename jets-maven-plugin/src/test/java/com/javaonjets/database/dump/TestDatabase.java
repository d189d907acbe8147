package com.javaonjets.database.dump;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.config.Environment;
import com.javaonjets.database.DatabaseCreation;
import com.javaonjets.embedded.TestServers;
import java.net.URI;
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

    /** On the server that the variable REAL_MYSQL_URL names. */
    static DatabaseConfig onRealMysql() {
        URI uri = URI.create(System.getenv("REAL_MYSQL_URL").substring("jdbc:".length()));
        String query = "&" + uri.getQuery();
        return empty(DatabaseConfig.builder(Environment.DEVELOPMENT, Adapter.MYSQL, name())
                .host(uri.getHost())
                .port(uri.getPort())
                .username(query.replaceFirst(".*&user=([^&]*).*", "$1"))
                .password(query.replaceFirst(".*&password=([^&]*).*", "$1"))
                .build());
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
