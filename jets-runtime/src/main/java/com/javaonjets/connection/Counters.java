package com.javaonjets.connection;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to one database's connections. Thread-safe. */
final class Counters {

    final LongAdder opened = new LongAdder();
    final LongAdder reused = new LongAdder();
    final LongAdder foundDead = new LongAdder();
    final LongAdder waited = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder takenBack = new LongAdder();

    Statistics statistics() {
        return new Statistics(
                opened.sum(), reused.sum(), foundDead.sum(), waited.sum(), refused.sum(), takenBack.sum());
    }
}
