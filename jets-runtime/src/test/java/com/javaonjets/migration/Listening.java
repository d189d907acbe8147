package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A listener that does something when it hears, on the thread that holds the lock or waits for it. */
record Listening(Runnable begun, Runnable held) implements MigrationListener {

    Listening() {
        this(() -> {}, () -> {});
    }

    Listening onStart(Runnable action) {
        return new Listening(action, held);
    }

    Listening onWait(Runnable action) {
        return new Listening(begun, action);
    }

    Migrator migrator(MigrationProject project) {
        return Migrator.of(project.config(), List.of(project.folder()), this);
    }

    @Override
    public void starting(Migration migration, Direction direction) {
        begun.run();
    }

    @Override
    public void finished(Migration migration, Direction direction, Duration took) {}

    @Override
    public void waiting(String holder) {
        held.run();
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
