package com.javaonjets.connection;

import java.io.InterruptedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One borrow of a connection: by whom, from where, within which invocation, and how long it may wait. */
final class Borrow {

    private static final long LONGEST_PING = 300;

    /** What giving a connection back may take at the end of an invocation's time, in milliseconds. */
    private static final int LEAST_RETURN = 100;

    private final Address address;
    private final Counters counters;
    private final Fence fence = Fence.current();
    private final Patience patience;
    private final Thread borrower = Thread.currentThread();
    private final Throwable stack;
    private volatile @Nullable LentConnection lent;

    Borrow(Address address, Counters counters) {
        this.address = address;
        this.counters = counters;
        this.patience = new Patience(address.config().connectTimeout(), fence);
        this.stack = new Throwable("borrowed here, by thread " + borrower.getName());
    }

    Patience patience() {
        return patience;
    }

    Fence fence() {
        return fence;
    }

    /**
     * Ends the borrowing and begins the use.
     *
     * @param link which was open before, or was opened for this borrow
     */
    LentConnection lend(Link link, Lender lender) {
        if (patience.beganAfter(link.openedAt())) {
            counters.reused.incrementAndGet();
        }
        LentConnection connection = new LentConnection(link, lender, this);
        lent = connection;
        link.lent(connection);
        link.limitTo(fence);
        fence.lent(connection);
        return connection;
    }

    /** {@return whether the current thread is the one that works with the connection} */
    boolean isMine() {
        LentConnection connection = lent;
        return (connection == null ? borrower : connection.user()) == Thread.currentThread();
    }

    /** How long a ping may take: 300 ms, or a quarter of what the borrow has left if that is less. */
    int pingMilliseconds() {
        long left = patience.left().toMillis();
        return (int) (left == 0 ? LONGEST_PING : Math.max(1, Math.min(LONGEST_PING, left / 4)));
    }

    /** How long it may take to give the connection back, in milliseconds; 0 is no limit. */
    int returnMilliseconds() {
        int limit = (int)
                Math.min(Integer.MAX_VALUE, address.config().connectTimeout().toMillis());
        if (!fence.isBounded()) {
            return limit;
        }
        int left = Math.max(LEAST_RETURN, fence.leftMilliseconds());
        return limit == 0 ? left : Math.min(limit, left);
    }

    /** The failure of a second borrow by the same thread, which would wait for itself. */
    SQLException refusal() {
        return new SQLException(
                "the only connection to " + address + " is borrowed by this thread already, "
                        + Thread.currentThread().getName()
                        + "; close it before the next borrow, or set pool: 2 in config/database.yml",
                "08001",
                stack);
    }

    /** The failure of a borrow that waited for others to return what they have. */
    SQLException allBorrowed(int size) {
        return new SQLException(
                "no connection to " + address + " is free: "
                        + (size == 1 ? "the only one was" : "all " + size + " were")
                        + " borrowed for as long as " + patience.bound()
                        + "; close each after use, or set a larger pool in config/database.yml",
                "08001");
    }

    /** {@return whether a failure of the network came because the invocation's time was up} */
    boolean ranOutOfTime(SQLException failure) {
        return fence.isBounded() && fence.leftMilliseconds() <= 1 && isTimeout(failure);
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedIOException) {
                return true;
            }
        }
        return false;
    }

    /** The failure of a statement whose answer did not come while the invocation had time. */
    SQLException outOfTime(SQLException cause) {
        return OutOfTime.failure(address, cause);
    }

    /** @param when the end of a sentence: what came before the return */
    void takenBack(String when) {
        counters.takenBack.incrementAndGet();
        LoggerFactory.getLogger(Borrow.class)
                .warn(
                        "a connection to {} was not returned before {}, and is taken back, with what was not"
                                + " committed rolled back; close it in the handler, best in a try-with-resources block",
                        address,
                        when,
                        stack);
    }

    /** Counts a wait for another borrow to end. */
    void waits() {
        counters.waited.incrementAndGet();
    }
}
