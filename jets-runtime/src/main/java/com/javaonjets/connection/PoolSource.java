package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gives a pool the connection that was opened before it, then new ones. HikariCP asks again and again while a borrower
 * waits; a failure is kept until the next borrow, so that a wrong password is not tried a second time.
 */
final class PoolSource implements SimpleDataSource {

    private final Address address;
    private final Counters counters;
    private final AtomicReference<@Nullable Link> first;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicInteger borrows = new AtomicInteger();
    private volatile @Nullable Opening opening;

    /** @param first a connection that is open already */
    PoolSource(Address address, Counters counters, @Nullable Link first) {
        this.address = address;
        this.counters = counters;
        this.first = new AtomicReference<>(first);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Link waiting = first.getAndSet(null);
        return new PooledConnection(waiting == null ? opened() : waiting);
    }

    /** On a thread of HikariCP's, which belongs to the invocation that waits if there is no other. */
    private Link opened() throws SQLException {
        Throwable known = failure.get();
        if (known != null) {
            throw new SQLException("not tried again before the next borrow", known);
        }
        int begun = borrows.get();
        Opening current =
                new Opening(address, counters, new Patience(address.config().connectTimeout(), Fence.current()));
        opening = current;
        try {
            return current.link();
        } catch (SQLException | RuntimeException | Error e) {
            // One that came meanwhile has a time of its own, and is not to fail by this.
            if (begun == borrows.get()) {
                failure.set(e);
            }
            throw e;
        }
    }

    /**
     * Called by a borrower that waits on: fails by what waiting does not mend. Of the rest the patience was another's, and
     * another opening begins.
     */
    void goOn() throws SQLException {
        Throwable known = failure.get();
        if (known instanceof SQLException server) {
            if (!Opening.passes(server)) {
                throw new SQLException(server.getMessage(), server.getSQLState(), server.getErrorCode(), server);
            }
            failure.compareAndSet(known, null);
        } else if (known instanceof RuntimeException wrong) {
            throw wrong;
        } else if (known instanceof Error broken) {
            throw broken;
        }
    }

    /** {@return why the last attempt failed, though it may be tried again still} */
    @Nullable
    SQLException lastFailure() {
        Opening current = opening;
        return current == null ? null : current.lastFailure();
    }

    void tryAgain() {
        borrows.incrementAndGet();
        failure.set(null);
    }

    /** Ignored: HikariCP sets it, and writes a line to the log if it must not. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** HikariCP waits that long for its threads when it closes, and warns at 0. */
    @Override
    public int getLoginTimeout() {
        return DirectDataSource.of(address.config()).getLoginTimeout();
    }
}
