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
 * @param pooler what stands before the server, as far as it is known
 */
record Limits(Duration idle, Duration transaction, Pooler pooler) {

    static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, Pooler.NONE);

    /** No function runs longer. */
    private static final Duration LONGEST_INVOCATION = Duration.ofMinutes(15);

    /**
     * The function's timeout, in seconds; 0 before the first invocation. Lambda tells it nowhere; the longest time that an
     * invocation had left when it began is as good.
     */
    private static final AtomicLong TIMEOUT = new AtomicLong();

    /** What a database asks for. Without an {@code idle_limit} the server is left alone altogether. */
    static Limits of(DatabaseConfig config) {
        return config.idleLimit().isZero() ? NONE : new Limits(config.idleLimit(), timeout(), Pooler.NONE);
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
        return new Limits(Duration.ZERO, transaction, pooler);
    }

    static Limits of(Pooler pooler) {
        return new Limits(Duration.ZERO, Duration.ZERO, pooler);
    }

    /** What hands the sessions of a server from client to client. */
    enum Pooler {
        NONE,
        /** Takes what pgjdbc tells in its startup packet, but no options there. */
        LENIENT,
        /** Refuses extra_float_digits there too, as PgBouncer does unless it is told to ignore that. */
        STRICT
    }
}
