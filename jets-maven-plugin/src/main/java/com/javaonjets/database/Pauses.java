package com.javaonjets.database;

import com.javaonjets.JetsException;
import java.util.concurrent.TimeUnit;

/** Pauses between two looks at a server. */
final class Pauses {

    private static final long MILLISECONDS = 100;

    private Pauses() {}

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JetsException("interrupted while waiting for the database server", e);
        }
    }
}
