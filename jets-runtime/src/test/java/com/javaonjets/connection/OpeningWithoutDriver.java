package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.testing.TestConfig;
import java.util.Map;
import java.util.concurrent.Callable;

/** What {@link MissingDriverTest} runs in a class loader that has no driver. */
public final class OpeningWithoutDriver implements Callable<Connections> {

    private final String adapter;

    public OpeningWithoutDriver(String adapter) {
        this.adapter = adapter;
    }

    @Override
    public Connections call() {
        return Connections.open(
                TestConfig.of(Adapter.valueOf(adapter), "localhost", 1, "blog").build(), Map.of());
    }
}
