package com.javaonjets.connection;

import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Drops what HikariCP would do every 30 seconds. In an environment that is frozen between invocations it does nothing
 * but report a leap of the clock. Has no thread until something else is scheduled.
 */
final class NoHousekeeping extends ScheduledThreadPoolExecutor {

    NoHousekeeping() {
        super(1, task -> {
            Thread thread = new Thread(task, "jets-pool");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return new Dropped();
    }

    private static final class Dropped extends FutureTask<Void> implements ScheduledFuture<Void> {

        Dropped() {
            super(() -> null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return Long.MAX_VALUE;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
