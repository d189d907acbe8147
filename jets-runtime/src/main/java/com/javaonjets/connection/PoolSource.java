package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives a pool the connection that was opened before it, then new ones. */
final class PoolSource implements SimpleDataSource {

    private final Address address;
    private final AtomicReference<@Nullable Link> first;

    PoolSource(Address address, Link first) {
        this.address = address;
        this.first = new AtomicReference<>(first);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Link waiting = first.getAndSet(null);
        return new PooledConnection(waiting == null ? Opening.patiently(address) : waiting);
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
