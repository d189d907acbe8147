package com.javaonjets.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an invocation of this function may take. Lambda tells it nowhere; the longest time that an invocation had left
 * when it began is as good. Thread-safe.
 */
final class FunctionTimeout {

    private static final AtomicLong SECONDS = new AtomicLong();

    private FunctionTimeout() {}

    /**
     * Takes note of the time that an invocation has left as it begins. It counts for connections that are opened from now on.
     *
     * @param remaining rounded up to whole seconds, which a function's timeout comes in
     */
    static void seen(Duration remaining) {
        long seconds = remaining.plusMillis(999).toSeconds();
        long known = SECONDS.get();
        while (known < seconds && !SECONDS.compareAndSet(known, seconds)) {
            known = SECONDS.get();
        }
    }

    /** {@return the timeout; empty before the first invocation} */
    static Optional<Duration> known() {
        long seconds = SECONDS.get();
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }
}
