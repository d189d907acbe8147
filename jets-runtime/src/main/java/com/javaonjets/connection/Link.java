package com.javaonjets.connection;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An open connection that is kept. Used by one thread at a time, which its keeper sees to. */
final class Link {

    private final Connection connection;
    private final DriverSession session;
    private final long openedAt = System.nanoTime();
    private final int readLimit;
    private boolean limited;
    private volatile @Nullable LentConnection lent;

    /** When it was used last, on both clocks: while an environment is frozen either may stand still. */
    private long usedNanos = System.nanoTime();

    private long usedMillis = System.currentTimeMillis();

    Link(Connection connection, DriverSession session) throws SQLException {
        this.connection = connection;
        this.session = session;
        this.readLimit = connection.getNetworkTimeout();
        ProbedSocket socket = session.socket();
        if (socket != null) {
            socket.endless();
        }
    }

    /** {@return when it was opened, as of {@link System#nanoTime()}} */
    long openedAt() {
        return openedAt;
    }

    Connection connection() {
        return connection;
    }

    DriverSession session() {
        return session;
    }

    /**
     * Whether the connection can be lent. A death that this machine has heard of costs no trip to notice. A ping is sent
     * where a look cannot tell: after a gap in which a network may have forgotten the connection, after words of the server
     * that nobody asked for, through a socket that is not ours.
     */
    boolean alive(Duration pingAfter, int pingMilliseconds) {
        try {
            if (connection.isClosed()) {
                return false;
            }
            ProbedSocket socket = session.socket();
            int read = socket == null ? 1 : socket.look();
            if (read < 0) {
                return false;
            }
            if (read > 0 || idle().compareTo(pingAfter) > 0) {
                ping(pingMilliseconds);
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            // Connector/J fails by others than SQLException too where a socket is gone.
            LoggerFactory.getLogger(Link.class).debug("a connection did not answer", e);
            return false;
        }
    }

    /** Bounded as a whole, on a socket of ours: a driver that hears nothing closes, and waits under TLS for an answer to that. */
    private void ping(int milliseconds) throws SQLException {
        limitReads(milliseconds);
        session.ping();
        unlimitReads();
    }

    private Duration idle() {
        return passed(System.nanoTime() - usedNanos, System.currentTimeMillis() - usedMillis);
    }

    /** {@return what has passed, by the clock that counted more: the other one stood still, or was set back} */
    static Duration passed(long nanos, long millis) {
        Duration monotonic = Duration.ofNanos(nanos);
        Duration wall = Duration.ofMillis(millis);
        return monotonic.compareTo(wall) >= 0 ? monotonic : wall;
    }

    /** Bounds what a borrower waits for on a socket of ours, whatever it calls. */
    void limitTo(Fence fence) {
        ProbedSocket socket = session.socket();
        if (socket != null && fence.isBounded()) {
            socket.endAfter(fence.leftMilliseconds());
        }
    }

    /**
     * Bounds what is waited for from now on, until {@link #unlimitReads}: on a socket of ours all of it together, else each
     * read. What the user set for good stays if it is less.
     *
     * @param milliseconds 0 for no bound but the user's
     */
    void limitReads(int milliseconds) throws SQLException {
        ProbedSocket socket = session.socket();
        if (socket != null) {
            limit(socket, milliseconds);
            return;
        }
        boolean users = milliseconds == 0 || (readLimit > 0 && readLimit < milliseconds);
        connection.setNetworkTimeout(SameThread.INSTANCE, users ? readLimit : milliseconds);
        limited = true;
    }

    private static void limit(ProbedSocket socket, int milliseconds) {
        if (milliseconds == 0) {
            socket.endless();
        } else {
            socket.endAfter(milliseconds);
        }
    }

    void unlimitReads() throws SQLException {
        ProbedSocket socket = session.socket();
        if (socket != null) {
            socket.endless();
        }
        if (limited) {
            connection.setNetworkTimeout(SameThread.INSTANCE, readLimit);
            limited = false;
        }
    }

    void used() {
        usedNanos = System.nanoTime();
        usedMillis = System.currentTimeMillis();
    }

    /** {@return the borrowed connection that it is used by now} */
    @Nullable
    LentConnection lent() {
        return lent;
    }

    void lent(@Nullable LentConnection now) {
        lent = now;
    }

    /** Ends with the process: by a farewell, or at once where a call to the server runs that would wait for its answer. */
    void leave() {
        LentConnection borrowed = lent;
        Usage.End borrow = borrowed == null ? Usage.End.QUIET : borrowed.leave();
        if (borrow == Usage.End.QUIET) {
            end();
        } else if (!cut()) {
            drop();
        }
        if (borrowed != null && borrow != Usage.End.AGAIN) {
            borrowed.left();
        }
    }

    /**
     * Closes the socket, waiting for no one. Under TLS too: what the driver calls the socket may wait there.
     *
     * @return whether the socket is ours
     */
    boolean cut() {
        try {
            ProbedSocket socket = session.socket();
            if (socket == null) {
                return false;
            }
            Farewell.closed(this);
            socket.close();
            return true;
        } catch (IOException | RuntimeException e) {
            // While another thread closes the connection, Connector/J may fail on the way to its socket.
            LoggerFactory.getLogger(Link.class).debug("a connection did not close", e);
            return false;
        }
    }

    /** Says farewell and closes; neither driver waits for an answer. */
    void end() {
        Farewell.closed(this);
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(Link.class).debug("a connection did not close", e);
        }
    }

    /**
     * Closes without a word to the server: it is gone, or must roll back what is open. The socket goes first, since under
     * TLS the driver waits for a thread that is stuck in a write.
     */
    void drop() {
        cut();
        Farewell.closed(this);
        try {
            connection.abort(SameThread.INSTANCE);
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(Link.class).debug("a connection did not close", e);
        }
    }
}
