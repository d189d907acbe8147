package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
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
    private volatile @Nullable SQLException failure;
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
        SQLException known = failure;
        if (known != null) {
            throw known;
        }
        Opening current =
                new Opening(address, counters, new Patience(address.config().connectTimeout(), Fence.current()));
        opening = current;
        try {
            return current.link();
        } catch (SQLException e) {
            failure = e;
            throw e;
        }
    }

    /** {@return why the last opening failed, if it did since {@link #tryAgain()}} */
    @Nullable
    SQLException failure() {
        return failure;
    }

    /** {@return why the last attempt failed, though it may be tried again still} */
    @Nullable
    SQLException lastFailure() {
        Opening current = opening;
        return current == null ? null : current.lastFailure();
    }

    void tryAgain() {
        failure = null;
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
