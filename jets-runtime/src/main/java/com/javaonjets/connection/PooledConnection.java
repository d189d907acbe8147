package com.javaonjets.connection;

import java.sql.Connection;
import java.util.concurrent.Executor;

/**
 * What HikariCP holds: a link, with an answer of its own to all that HikariCP would ask the server. Borrowers never get
 * it; whether the link is alive is seen to at each borrow.
 */
final class PooledConnection extends ForwardingConnection {

    private final Link link;

    PooledConnection(Link link) {
        this.link = link;
    }

    Link link() {
        return link;
    }

    @Override
    Connection target() {
        return link.connection();
    }

    @Override
    public boolean isValid(int seconds) {
        return true;
    }

    @Override
    public boolean getAutoCommit() {
        return true;
    }

    @Override
    public void setAutoCommit(boolean on) {}

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void setReadOnly(boolean readOnly) {}

    @Override
    public int getTransactionIsolation() {
        return TRANSACTION_NONE;
    }

    @Override
    public int getNetworkTimeout() {
        return 0;
    }

    @Override
    public void setNetworkTimeout(Executor executor, int milliseconds) {}

    @Override
    public void clearWarnings() {}

    @Override
    public void close() {
        link.end();
    }

    /** By HikariCP where it closes: what is lent then is closed when it comes back. */
    @Override
    public void abort(Executor executor) {
        if (link.lent() == null) {
            link.drop();
        }
    }
}
