package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The connections of one database, opened as early as its server allows. Thread-safe. */
public final class Connections {

    private final Address address;
    private final int size;
    private final Counters counters = new Counters();
    private volatile @Nullable Holder holder;

    private Connections(Address address, int size) {
        this.address = address;
        this.size = size;
    }

    /**
     * Opens the first connection. A server out of reach is no failure yet: each borrow tries again.
     *
     * @param variables the process environment, as of {@link System#getenv()}
     * @throws JetsException if the configuration cannot work wherever the server is: the driver is not on the class
     *     path, a key has a value without a meaning
     */
    public static Connections open(DatabaseConfig config, Map<String, String> variables) {
        return open(Address.of(config, Path.of("")), PoolSize.of(config, variables));
    }

    static Connections open(Address address, int size) {
        Connections connections = new Connections(address, size);
        try {
            connections.holder().open();
        } catch (SQLException e) {
            LoggerFactory.getLogger(Connections.class).warn("{}; the next borrow tries again", e.getMessage());
        }
        return connections;
    }

    /**
     * Lends a connection until it is closed.
     *
     * @throws SQLException if there is none to be had within the database's {@code connect_timeout}, and within the time of
     *     the invocation that borrows
     */
    public Connection borrow() throws SQLException {
        try {
            return holder().borrow();
        } catch (SQLException e) {
            counters.refused.increment();
            throw e;
        }
    }

    /** {@return what has happened so far} */
    public Statistics statistics() {
        return counters.statistics();
    }

    /** {@return the longest that a borrow waits for the server, in seconds, at least 1} */
    public int timeoutSeconds() {
        return DirectDataSource.of(address.config()).getLoginTimeout();
    }

    /** Closes the connections; a borrow after that opens new ones. */
    public synchronized void close() {
        Holder open = holder;
        holder = null;
        if (open != null) {
            open.close();
        }
    }

    private Holder holder() {
        Holder open = holder;
        return open == null ? newHolder() : open;
    }

    private synchronized Holder newHolder() {
        Holder open = holder;
        if (open == null) {
            open = Holder.of(address, size, counters);
            holder = open;
        }
        return open;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
