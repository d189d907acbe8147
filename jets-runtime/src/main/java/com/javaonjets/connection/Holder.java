package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Keeps connections between borrows. Thread-safe. */
sealed interface Holder permits Pool, SingleHolder {

    /** A holder that has opened nothing yet. HikariCP is loaded for more than one connection alone. */
    static Holder of(Address address, int size, Counters counters) {
        return size == 1 ? new SingleHolder(address, counters) : new Pool(address, size, counters);
    }

    /**
     * Opens one connection, in one attempt: what starts along with its server is not held up by it.
     *
     * @throws SQLException if that fails; a borrow tries again
     */
    void open() throws SQLException;

    /**
     * Lends a connection that was alive a moment ago, until it is closed. Waits for a server that is full or
     * starts.
     *
     * @return null if the holder is closed, and lends nothing any more
     * @throws SQLException if there is none to be had within the database's {@code connect_timeout} and the time of the
     *     invocation
     */
    @Nullable
    Connection borrow() throws SQLException;

    /** Closes what is not lent now, and what is lent when it comes back. */
    void close();
}
