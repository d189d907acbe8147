package com.javaonjets.connection;

import java.time.Duration;

/**
 * A point in time on both clocks. While an environment is frozen either may stand still; what has passed is what the one
 * that went on says.
 */
record Moment(long nanos, long millis) {

    static Moment now() {
        return new Moment(System.nanoTime(), System.currentTimeMillis());
    }

    /** The time since an earlier moment, by the clock that counted more. */
    Duration since(Moment earlier) {
        Duration monotonic = Duration.ofNanos(nanos - earlier.nanos);
        Duration wall = Duration.ofMillis(millis - earlier.millis);
        return monotonic.compareTo(wall) >= 0 ? monotonic : wall;
    }
}
