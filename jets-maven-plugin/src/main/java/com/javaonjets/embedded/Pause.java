package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.time.Duration;

/** The rests between looks at something that another process does, up to a bound in time. */
final class Pause {

    private static final long MILLIS = 10;

    private final long end;

    Pause(Duration bound) {
        this.end = System.nanoTime() + bound.toNanos();
    }

    /** Rests a moment; false once the bound is reached. */
    boolean next() {
        if (System.nanoTime() - end >= 0) {
            return false;
        }
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JetsException("interrupted while waiting for an embedded database server", e);
        }
        return true;
    }
}
