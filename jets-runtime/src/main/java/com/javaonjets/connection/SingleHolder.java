package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection, opened again when it is found dead. A borrow that finds it lent waits, unless it waits for itself. */
final class SingleHolder implements Holder, Lender {

    /** In which a connection that was just passed to another thread is used there for the first time. */
    private static final Duration HANDOVER = Duration.ofMillis(100);

    private final Address address;

    /** Touched by the one who has the borrow alone; the monitor hands it on. */
    private @Nullable Link link;

    private @Nullable Borrow borrow;
    private boolean closed;

    SingleHolder(Address address) {
        this.address = address;
    }

    @Override
    public synchronized void open() throws SQLException {
        if (borrow == null && link == null) {
            link = address.source().link();
        }
    }

    @Override
    public Connection borrow() throws SQLException {
        Borrow mine = claimed();
        LentConnection lent = null;
        try {
            lent = new LentConnection(living(), this);
            mine.lent(lent);
            return lent;
        } finally {
            if (lent == null) {
                release();
            }
        }
    }

    private Link living() throws SQLException {
        Link kept = link;
        if (kept != null && kept.alive(address.config().pingAfter(), address.pingMilliseconds())) {
            return kept;
        }
        link = null;
        if (kept != null) {
            kept.drop();
        }
        Link opened = Opening.patiently(address);
        link = opened;
        return opened;
    }

    private synchronized Borrow claimed() throws SQLException {
        long start = System.nanoTime();
        for (Borrow other = borrow; other != null; other = borrow) {
            long waited = System.nanoTime() - start;
            if (other.isMine() && waited >= HANDOVER.toNanos()) {
                throw other.refusal(address);
            }
            await(other.isMine() ? HANDOVER : address.config().connectTimeout(), waited);
        }
        Borrow mine = new Borrow();
        borrow = mine;
        return mine;
    }

    /**
     * Waits once; the caller looks again.
     *
     * @param limit from the start of the waiting; zero is none
     */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    private void await(Duration limit, long waitedNanos) throws SQLException {
        long left = limit.toNanos() - waitedNanos;
        if (left <= 0 && !limit.isZero()) {
            throw address.allBorrowed(1, limit);
        }
        try {
            // Rounded up: a wait of 0 has no end.
            wait(limit.isZero() ? 0 : left / 1_000_000 + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the connection to " + address, "57014", e);
        }
    }

    @Override
    public void returned(Link used, boolean fit) {
        if (!fit) {
            link = null;
            used.drop();
        }
        release();
    }

    private synchronized void release() {
        borrow = null;
        if (closed) {
            end();
        }
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (borrow == null) {
            end();
        }
    }

    private void end() {
        Link last = link;
        link = null;
        if (last != null) {
            last.end();
        }
    }
}
