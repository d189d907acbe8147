package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.time.Duration;

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

    /** What a database asks for. Without an {@code idle_limit} the server is left alone altogether. */
    static Limits of(DatabaseConfig config) {
        return config.idleLimit().isZero()
                ? NONE
                : new Limits(config.idleLimit(), FunctionTimeout.known().orElse(LONGEST_INVOCATION), Pooler.NONE);
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
