package com.javaonjets;

import com.javaonjets.config.Adapter;
import com.javaonjets.connection.Connections;
import com.javaonjets.testing.Printed;
import com.javaonjets.testing.TestConfig;
import java.util.Map;
import java.util.concurrent.Callable;

/** What {@link OptionalDependenciesTest} runs under SnapStart, in a class loader with the least that is needed. */
public final class SnapshotAlone implements Callable<String> {

    private final int port;
    private final String database;

    public SnapshotAlone(int port, String database) {
        this.port = port;
        this.database = database;
    }

    /** Returns what is logged. */
    @Override
    public String call() {
        return Printed.by(() -> {
            Connections connections = Connections.open(
                    TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", port, database)
                            .build(),
                    Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
            connections.borrow().close();
            connections.close();
        });
    }
}
