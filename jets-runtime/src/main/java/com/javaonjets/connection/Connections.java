package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The connections of one database, opened as early as its server allows. Thread-safe. */
public final class Connections {

    private final Function<String, DatabaseConfig> source;
    private final Map<String, String> variables;
    private final Counters counters = new Counters();
    private volatile Address address;
    private volatile int size;
    private volatile @Nullable Holder holder;

    /** Whether what the source gave may be out of date. */
    private volatile boolean restored;

    /** Whether the log says already that the server is out of reach. */
    private volatile boolean warned;

    private Connections(
            Address address, int size, Function<String, DatabaseConfig> source, Map<String, String> variables) {
        this.address = address;
        this.size = size;
        this.source = source;
        this.variables = variables;
    }

    /**
     * Opens the first connection. A server out of reach is no failure yet: each borrow tries again.
     *
     * @param variables the process environment, as of {@link System#getenv()}
     * @throws JetsException if the configuration cannot work wherever the server is: the driver is not on the class
     *     path, a key has a value without a meaning
     */
    public static Connections open(DatabaseConfig config, Map<String, String> variables) {
        return open(config, name -> config, variables);
    }

    /**
     * Opens the first connection, as {@link #open(DatabaseConfig, Map)} does.
     *
     * @param source gives the configuration of that name anew, after a restore from a snapshot
     */
    public static Connections open(
            DatabaseConfig config, Function<String, DatabaseConfig> source, Map<String, String> variables) {
        Connections connections =
                new Connections(Address.of(config, Path.of("")), PoolSize.of(config, variables), source, variables);
        connections.open();
        SnapStart.include(connections, variables);
        return connections;
    }

    static Connections open(Address address, int size) {
        Connections connections = new Connections(address, size, name -> address.config(), Map.of());
        connections.open();
        return connections;
    }

    private void open() {
        try {
            holder().open();
        } catch (SQLException e) {
            warned = true;
            LoggerFactory.getLogger(Connections.class).warn("{}; the next borrow tries again", e.getMessage());
        }
    }

    /**
     * Lends a connection until it is closed.
     *
     * @throws SQLException if there is none to be had within the database's {@code connect_timeout}, and within the time of
     *     the invocation that borrows
     * @throws JetsException if the configuration that is resolved again after a restore has become wrong
     */
    public Connection borrow() throws SQLException {
        try {
            // Closed while it waits, as before a snapshot, a holder has another one in its place.
            Connection lent = holder().borrow();
            while (lent == null) {
                lent = holder().borrow();
            }
            return lent;
        } catch (SQLException e) {
            counters.refused.incrementAndGet();
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

    /**
     * Makes ready for a snapshot of this process: what a first invocation runs through has run, and nothing is open. Never
     * throws; a server out of reach is one line in the log.
     */
    void beforeCheckpoint() {
        try {
            Farewell.takeBack(counters, "the snapshot was taken");
            prime();
        } catch (SQLException | RuntimeException e) {
            if (!warned) {
                LoggerFactory.getLogger(Connections.class)
                        .warn("{}; the snapshot is taken without a first run of the driver", e.getMessage());
            }
        }
        close();
    }

    /** As an invocation does, a transaction of a statement; in one attempt, as when the process began. */
    private void prime() throws SQLException {
        holder().open();
        try (Connection connection = borrow()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("select 1");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                row.getLong(1);
            }
            connection.commit();
        }
    }

    /** Forgets what was true before a snapshot. Opens nothing, so that it takes no time of the restore. */
    void afterRestore() {
        restored = true;
        warned = false;
        close();
    }

    private Holder holder() {
        Holder open = holder;
        return open == null ? newHolder() : open;
    }

    private synchronized Holder newHolder() {
        Holder open = holder;
        if (open == null) {
            if (restored) {
                resolve();
            }
            open = Holder.of(address, size, counters);
            holder = open;
        }
        return open;
    }

    /** What is known of the server's mind is kept where the server is the same. */
    private void resolve() {
        DatabaseConfig config = source.apply(address.config().name());
        if (!config.equals(address.config())) {
            address = Address.of(config, Path.of(""));
            size = PoolSize.of(config, variables);
        }
        restored = false;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
