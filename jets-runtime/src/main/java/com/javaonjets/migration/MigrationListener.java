package com.javaonjets.migration;

import java.time.Duration;

/** Hears of each migration as it runs, in the order in which they run, on the thread that runs them. */
public interface MigrationListener {

    /** Hears nothing. */
    MigrationListener SILENT = new MigrationListener() {
        @Override
        public void starting(Migration migration, Direction direction) {}

        @Override
        public void finished(Migration migration, Direction direction, Duration took) {}
    };

    /** Which way a migration runs. */
    enum Direction {
        /** Applied. */
        UP,
        /** Taken back. */
        DOWN
    }

    /** Told once, before the first of them starts, how many are about to run. */
    default void planned(int count) {}

    void starting(Migration migration, Direction direction);

    /** Told once the database has committed the migration and the history knows of it. */
    void finished(Migration migration, Direction direction, Duration took);

    /** Told once when another session holds the migration lock; {@code holder} says who, as far as the server tells. */
    default void waiting(String holder) {}

    /** Told of what does not stop the run but should be known, as a sentence; such as a file that is not a migration. */
    default void warned(String sentence) {}
}
