package com.javaonjets.connection;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Stands around one invocation of a handler: bounds what its borrows and their statements wait for, and takes back what it
 * has not returned. It belongs to the thread that began it; other threads are of the only invocation that runs, if there
 * is one. One that was never closed counts no more once its thread begins one of another request, or the function would
 * have been stopped: it bounds no other, and the next invocation closes it. Thread-safe.
 */
public final class Fence implements AutoCloseable {

    /** Of what is borrowed outside of any invocation. */
    static final Fence NONE = new Fence(null, null, 0, 0, false);

    /** What an invocation keeps for its answer, in milliseconds: a quarter of its time if that is less. */
    private static final long LONGEST_MARGIN = 250;

    private static final Set<Fence> OPEN = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<@Nullable Fence> MINE = new ThreadLocal<>();

    private final long deadline;

    /** When the function is stopped, at the end of the margin. */
    private final long stop;

    private final boolean bounded;
    private final @Nullable String request;
    private final Set<LentConnection> lent = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Fence outer;
    private volatile boolean ended;

    private Fence(@Nullable Fence outer, @Nullable String request, long deadline, long stop, boolean bounded) {
        this.outer = outer;
        this.request = request;
        if (outer != null && outer.bounded && (!bounded || outer.deadline - deadline < 0)) {
            this.deadline = outer.deadline;
            this.stop = outer.stop;
            this.bounded = true;
        } else {
            this.deadline = deadline;
            this.stop = stop;
            this.bounded = bounded;
        }
    }

    /** Begins an invocation whose time is not known. */
    public static Fence unbounded() {
        return entered(new Fence(living(MINE.get()), null, 0, 0, false));
    }

    static Fence of(long remainingMillis) {
        return of(remainingMillis, null);
    }

    /**
     * Begins an invocation.
     *
     * @param remainingMillis until the function is stopped
     * @param request its identifier, as Lambda gives it; null if it has none
     */
    public static Fence of(long remainingMillis, @Nullable String request) {
        closeOthersThan(request);
        Limits.invocationBegins(remainingMillis);
        long margin = Math.min(LONGEST_MARGIN, Math.max(0, remainingMillis) / 4);
        long stop = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(remainingMillis);
        return entered(
                new Fence(living(MINE.get()), request, stop - TimeUnit.MILLISECONDS.toNanos(margin), stop, true));
    }

    /** A thread serves one request at a time: of another, an invocation was left open. */
    private static void closeOthersThan(@Nullable String request) {
        Fence mine = MINE.get();
        while (mine != null && request != null && mine.request != null && !mine.request.equals(request)) {
            mine.close();
            mine = MINE.get();
        }
    }

    /** {@return the nearest that goes on, of a fence and those around it} */
    private static @Nullable Fence living(@Nullable Fence fence) {
        Fence found = fence;
        while (found != null && found.isOver()) {
            found = found.outer;
        }
        return found;
    }

    /** Whether it ended, or was left open by an invocation that ended: no function runs on when it is stopped. */
    private boolean isOver() {
        return ended || (bounded && System.nanoTime() - stop > 0);
    }

    private static Fence entered(Fence fence) {
        for (Fence other : OPEN) {
            if (other.isOver()) {
                other.close();
            }
        }
        OPEN.add(fence);
        MINE.set(fence);
        return fence;
    }

    /** {@return the fence that the current thread borrows within} */
    static Fence current() {
        if (OPEN.isEmpty()) {
            return NONE;
        }
        Fence mine = MINE.get();
        return mine == null || mine.isOver() ? only() : mine;
    }

    private static Fence only() {
        Fence found = NONE;
        for (Fence fence : OPEN) {
            if (fence.isOver()) {
                continue;
            }
            if (found != NONE) {
                return NONE;
            }
            found = fence;
        }
        return found;
    }

    boolean isBounded() {
        return bounded;
    }

    /** {@return what is left of the invocation's time, less its margin; negative when it is over} */
    Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /** {@return what is left, as a driver takes it: never 0, which would be no limit} */
    int leftMilliseconds() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left().toMillis()));
    }

    /** Notes a borrow. One that comes after the end is taken back at once. */
    void lent(LentConnection connection) {
        if (this == NONE) {
            return;
        }
        lent.add(connection);
        if (ended) {
            takeBack();
        }
    }

    void returned(LentConnection connection) {
        lent.remove(connection);
    }

    /** Ends the invocation: takes back what was not returned. Where that fails, the log tells. */
    @Override
    public void close() {
        ended = true;
        OPEN.remove(this);
        Fence next = living(outer);
        // So that of a row of fences that were left open none is held for ever.
        outer = next;
        if (MINE.get() == this) {
            if (next == null) {
                MINE.remove();
            } else {
                MINE.set(next);
            }
        }
        takeBack();
    }

    /** Each, whatever comes of the others; the log, which may fail itself, is told when all are back. */
    private void takeBack() {
        Throwable failed = null;
        for (LentConnection connection : lent) {
            try {
                connection.takeBack("its invocation ended");
            } catch (RuntimeException | Error e) {
                failed = e;
            }
        }
        if (failed != null) {
            LoggerFactory.getLogger(Fence.class)
                    .warn("a connection could not be taken back from its invocation", failed);
        }
    }
}
