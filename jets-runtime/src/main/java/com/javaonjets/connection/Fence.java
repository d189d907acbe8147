package com.javaonjets.connection;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands around one invocation of a handler: bounds what its borrows and their statements wait for, and takes back what it
 * has not returned. It belongs to the thread that began it; other threads are of the only invocation that runs, if there
 * is one. Thread-safe.
 */
public final class Fence implements AutoCloseable {

    /** Of what is borrowed outside of any invocation. */
    static final Fence NONE = new Fence(null, 0, false);

    /** What an invocation keeps for its answer, in milliseconds: a quarter of its time if that is less. */
    private static final long LONGEST_MARGIN = 250;

    private static final Set<Fence> OPEN = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<@Nullable Fence> MINE = new ThreadLocal<>();

    private final @Nullable Fence outer;
    private final long deadline;
    private final boolean bounded;
    private final Set<LentConnection> lent = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    private Fence(@Nullable Fence outer, long deadline, boolean bounded) {
        this.outer = outer;
        if (outer != null && outer.bounded && (!bounded || outer.deadline - deadline < 0)) {
            this.deadline = outer.deadline;
            this.bounded = true;
        } else {
            this.deadline = deadline;
            this.bounded = bounded;
        }
    }

    /** Begins an invocation whose time is not known. */
    public static Fence unbounded() {
        return entered(new Fence(MINE.get(), 0, false));
    }

    /**
     * Begins an invocation.
     *
     * @param remainingMillis until the function is stopped
     */
    public static Fence of(long remainingMillis) {
        FunctionTimeout.seen(Duration.ofMillis(remainingMillis));
        long margin = Math.min(LONGEST_MARGIN, Math.max(0, remainingMillis) / 4);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(remainingMillis - margin);
        return entered(new Fence(MINE.get(), deadline, true));
    }

    private static Fence entered(Fence fence) {
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
        return mine == null || mine.ended ? only() : mine;
    }

    private static Fence only() {
        Fence found = NONE;
        for (Fence fence : OPEN) {
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
            connection.takeBack("its invocation ended");
        }
    }

    void returned(LentConnection connection) {
        lent.remove(connection);
    }

    /** Ends the invocation: takes back what was not returned. */
    @Override
    public void close() {
        ended = true;
        OPEN.remove(this);
        if (MINE.get() == this) {
            leave();
        }
        for (LentConnection connection : lent) {
            connection.takeBack("its invocation ended");
        }
    }

    private void leave() {
        if (outer == null) {
            MINE.remove();
        } else {
            MINE.set(outer);
        }
    }
}
