package com.javaonjets.connection;

import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random pauses. The numbers of a JVM that was restored from a snapshot come from a seed of its own: the one that the
 * snapshot holds is in all its copies, which would wait for equal times and come back together. Thread-safe.
 */
final class Jitter {

    private static volatile @Nullable Random restored;

    private Jitter() {}

    /** {@return a number from 0 up to the bound, which is included} */
    static long upTo(long bound) {
        Random own = restored;
        return own == null ? ThreadLocalRandom.current().nextLong(bound + 1) : own.nextLong(bound + 1);
    }

    /** Called after a restore. The clock is mixed in, lest the secure generator too had numbers in store. */
    static void reseed() {
        restored = new Random(new SecureRandom().nextLong() ^ System.nanoTime() ^ System.currentTimeMillis());
    }
}
