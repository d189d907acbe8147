package com.javaonjets.connection;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what happens to one database's connections. Thread-safe. */
final class Counters {

    final AtomicLong opened = new AtomicLong();
    final AtomicLong reused = new AtomicLong();
    final AtomicLong foundDead = new AtomicLong();
    final AtomicLong waited = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong takenBack = new AtomicLong();

    Statistics statistics() {
        return new Statistics(
                opened.get(), reused.get(), foundDead.get(), waited.get(), refused.get(), takenBack.get());
    }
}
