package com.javaonjets.connection;

import java.util.concurrent.atomic.AtomicInteger;

/** How many calls run on a borrowed connection, and whether it was returned: in one word, so that none begins after it. */
final class Usage {

    /** What the end of a borrow finds. */
    enum End {
        /** No call runs, and none will. */
        QUIET,
        /** A call of another thread runs still. */
        BUSY,
        /** It had ended before. */
        AGAIN
    }

    private static final int ENDED = 1 << 30;

    private final AtomicInteger state = new AtomicInteger();

    /** {@return whether the call may go on; {@link #finish} must follow then} */
    boolean begin() {
        int now = state.get();
        while ((now & ENDED) == 0) {
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
            now = state.get();
        }
        return false;
    }

    /** {@return whether a call runs beside the caller's} */
    boolean isShared() {
        return (state.get() & ~ENDED) > 1;
    }

    void finish() {
        state.decrementAndGet();
    }

    End end() {
        int now = state.get();
        while ((now & ENDED) == 0) {
            if (state.compareAndSet(now, now | ENDED)) {
                return now == 0 ? End.QUIET : End.BUSY;
            }
            now = state.get();
        }
        return End.AGAIN;
    }

    boolean hasEnded() {
        return (state.get() & ENDED) != 0;
    }
}
