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

    void starting(Migration migration, Direction direction);

    void finished(Migration migration, Direction direction, Duration took);
}
