package com.javaonjets;

import com.javaonjets.connection.Fence;
import org.jspecify.annotations.Nullable;

/**
 * One run of a handler, from {@link Jets#invocation} to its close. What is borrowed within it waits no longer than the
 * invocation has time, and what was not returned when it ends is taken back. Thread-safe.
 */
public final class Invocation implements AutoCloseable {

    private final Fence fence;
    private final @Nullable Emf metrics;

    Invocation(Fence fence, @Nullable Emf metrics) {
        this.fence = fence;
        this.metrics = metrics;
    }

    /**
     * Ends the invocation. A connection that was not returned is named in the log, with the stack that borrowed it; what
     * was not committed is rolled back, and what holds on to it gets an exception from then on. Never throws.
     */
    @Override
    public void close() {
        fence.close();
        if (metrics != null) {
            metrics.print();
        }
    }
}
