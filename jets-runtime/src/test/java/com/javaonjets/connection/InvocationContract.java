package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;

/** An invocation that borrows through a proxy. */
abstract class InvocationContract {

    final Server server;
    final int size;
    final DatabaseConfig direct;
    final CountingProxy proxy;
    final Connections connections;
    private final TestConfig config;

    InvocationContract(Server server, int size) {
        this.server = server;
        this.size = size;
        this.direct = server.newDatabase();
        this.proxy = CountingProxy.to(direct.host(), direct.port());
        this.config =
                TestConfig.of(direct).withAddress("127.0.0.1", proxy.port()).withPool(size);
        this.connections = open(Duration.ofMinutes(5));
    }

    final Connections open(Duration connectTimeout) {
        return Connections.open(config.withConnectTimeout(connectTimeout).build(), Map.of());
    }

    @AfterEach
    final void close() {
        connections.close();
        proxy.close();
    }

    final long id() throws SQLException {
        try (Connection connection = connections.borrow()) {
            return server.id(connection);
        }
    }

    static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "another");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
