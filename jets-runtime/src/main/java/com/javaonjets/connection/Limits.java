package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a server is told when a connection is opened, so that it ends by itself what an environment that is gone has left
 * there.
 *
 * @param idle after how much idleness it drops the connection; zero tells it nothing
 * @param transaction after how much idleness within a transaction it drops the connection; zero tells it nothing
 * @param extent how much else the server lets itself be told
 */
record Limits(Duration idle, Duration transaction, Acceptance.Extent extent) {

    static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, Acceptance.Extent.ALL);

    /** No function runs longer. */
    private static final Duration LONGEST_INVOCATION = Duration.ofMinutes(15);

    /**
     * The function's timeout, in seconds; 0 before the first invocation. Lambda tells it nowhere; the longest time that an
     * invocation had left when it began is as good.
     */
    private static final AtomicLong TIMEOUT = new AtomicLong();

    /** What a database asks for. Without an {@code idle_limit} the server is left alone altogether. */
    static Limits of(DatabaseConfig config) {
        return config.idleLimit().isZero() ? NONE : new Limits(config.idleLimit(), timeout(), Acceptance.Extent.ALL);
    }

    private static Duration timeout() {
        long seconds = TIMEOUT.get();
        return seconds > 0 ? Duration.ofSeconds(seconds) : LONGEST_INVOCATION;
    }

    /**
     * Takes note of the time that an invocation has left as it begins. It counts for connections that are opened from now on.
     * Thread-safe.
     *
     * @param milliseconds rounded up to whole seconds, which a function's timeout comes in
     */
    static void invocationBegins(long milliseconds) {
        long seconds = (milliseconds + 999) / 1000;
        long known = TIMEOUT.get();
        while (known < seconds && !TIMEOUT.compareAndSet(known, seconds)) {
            known = TIMEOUT.get();
        }
    }

    Limits withoutIdle() {
        return new Limits(Duration.ZERO, transaction, extent);
    }

    /** None, towards a pooler. */
    static Limits through(Acceptance.Extent pooler) {
        return new Limits(Duration.ZERO, Duration.ZERO, pooler);
    }
}
