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
    private final Counters counters;

    /** Touched by the one who has the borrow alone; the monitor hands it on. */
    private @Nullable Link link;

    private @Nullable Borrow borrow;
    private boolean closed;

    SingleHolder(Address address, Counters counters) {
        this.address = address;
        this.counters = counters;
    }

    @Override
    public synchronized void open() throws SQLException {
        if (borrow == null && link == null) {
            link = Opening.once(address, counters);
        }
    }

    @Override
    public Connection borrow() throws SQLException {
        Borrow mine = new Borrow(address, counters);
        claim(mine);
        LentConnection lent = null;
        try {
            lent = mine.lend(living(mine), this);
            return lent;
        } finally {
            if (lent == null) {
                release();
            }
        }
    }

    private Link living(Borrow mine) throws SQLException {
        Link kept = link;
        if (kept != null && kept.alive(address.config().pingAfter(), mine.pingMilliseconds())) {
            return kept;
        }
        link = null;
        if (kept != null) {
            counters.foundDead.incrementAndGet();
            kept.drop();
        }
        Link opened = Opening.patiently(address, counters, mine.patience());
        link = opened;
        return opened;
    }

    private synchronized void claim(Borrow mine) throws SQLException {
        if (borrow != null) {
            mine.waits();
        }
        for (Borrow other = borrow; other != null; other = borrow) {
            await(mine, other);
        }
        borrow = mine;
    }

    /** Waits once; the caller looks again. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    private void await(Borrow mine, Borrow other) throws SQLException {
        Patience patience = mine.patience();
        Duration handover = HANDOVER.minus(patience.waited());
        if (other.isMine() && handover.toMillis() < 1) {
            throw other.refusal();
        }
        if (patience.endsWithin(0)) {
            throw mine.allBorrowed(1);
        }
        try {
            // A wait of 0 has no end, and that is what patience without a limit asks for.
            wait(
                    other.isMine()
                            ? Math.max(1, handover.toMillis())
                            : patience.left().toMillis());
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
        // One is enough: whoever wakes looks at the borrow before its patience.
        notify();
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
