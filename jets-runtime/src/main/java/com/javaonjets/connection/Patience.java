package com.javaonjets.connection;

import java.time.Duration;

/**
 * How long one borrow may wait, for whatever it waits: {@code connect_timeout}, and never past its invocation's time. It
 * begins when it is made.
 */
final class Patience {

    private final long start = System.nanoTime();
    private final Duration setting;
    private final Fence fence;

    /** @param setting {@code connect_timeout}; zero is no limit */
    Patience(Duration setting, Fence fence) {
        this.setting = setting;
        this.fence = fence;
    }

    boolean isBounded() {
        return !setting.isZero() || fence.isBounded();
    }

    /** {@return what is left, never less than a millisecond; zero where there is no limit} */
    Duration left() {
        if (!isBounded()) {
            return Duration.ZERO;
        }
        Duration left = endsWithFence() ? fence.left() : setting.minus(waited());
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }

    /** {@return whether a pause of some milliseconds would be too long} */
    boolean endsWithin(long milliseconds) {
        return isBounded() && left().toMillis() <= Math.max(1, milliseconds);
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** {@return whether a moment, as of {@link System#nanoTime()}, lies before the borrow} */
    boolean beganAfter(long nanoTime) {
        return start - nanoTime > 0;
    }

    /** {@return the end of a sentence that begins with what was waited for} */
    String bound() {
        return endsWithFence()
                ? "the invocation's time allows, " + waited().toMillis()
                        + " ms; a longer timeout of the function gives it more"
                : "connect_timeout in config/database.yml allows, " + setting.toMillis() + " ms";
    }

    private boolean endsWithFence() {
        return fence.isBounded() && (setting.isZero() || fence.left().compareTo(setting.minus(waited())) < 0);
    }
}
