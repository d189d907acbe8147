package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Flyway's lock on the history of one database, held by one session from the first look at what is pending to the last change. */
final class MigrationLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Session session;
    private final Dialect dialect;
    private final Object key;

    private MigrationLock(Session session, Dialect dialect, Object key) {
        this.session = session;
        this.dialect = dialect;
        this.key = key;
    }

    /**
     * Takes the lock, once the session that holds it gives it back.
     *
     * @throws JetsException if that takes longer than the patience, saying who holds it
     */
    static MigrationLock take(History history, Duration patience, MigrationListener listener) throws SQLException {
        MigrationLock lock = of(history);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (!lock.tryToTake()) {
            String holder = lock.holder();
            if (System.nanoTime() >= deadline) {
                throw new JetsException("the migrations of this database are locked by " + holder
                        + ", for more than " + patience.toSeconds()
                        + " s; wait until its run has ended, or end that session, and run again");
            }
            if (!told) {
                listener.waiting(holder);
                told = true;
            }
            pause();
        }
        return lock;
    }

    /** The lock, unless another session holds it. */
    static Optional<MigrationLock> takeIfFree(History history) throws SQLException {
        MigrationLock lock = of(history);
        return lock.tryToTake() ? Optional.of(lock) : Optional.empty();
    }

    private static MigrationLock of(History history) {
        return new MigrationLock(
                history.session(), history.dialect(), history.dialect().lockKey(history.table()));
    }

    <T> T during(Run.Work<T> work) throws SQLException {
        return work.done();
    }

    private boolean tryToTake() throws SQLException {
        String taken = session.value(dialect.tryLock(), key);
        return "1".equals(taken) || "t".equals(taken);
    }

    /** The server may refuse to tell, and the holder may have gone in between. */
    private String holder() {
        try {
            String holder = session.value(dialect.lockHolder(), key);
            return holder == null ? "another session" : holder;
        } catch (SQLException e) {
            return "another session";
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JetsException("interrupted while waiting for the migration lock; nothing was changed", e);
        }
    }

    /** A session that has died has given its lock back already. */
    @Override
    public void close() throws SQLException {
        if (session.isAlive()) {
            session.value(dialect.unlock(), key);
        }
    }
}
