package com.javaonjets.connection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Who has the only connection, and from where. */
final class Borrow {

    private final Thread borrower = Thread.currentThread();
    private final Throwable stack;
    private volatile @Nullable LentConnection lent;

    Borrow() {
        stack = new Throwable("borrowed here, by thread " + borrower.getName());
    }

    void lent(LentConnection connection) {
        lent = connection;
    }

    /** {@return whether the current thread is the one that works with the connection} */
    boolean isMine() {
        LentConnection connection = lent;
        return (connection == null ? borrower : connection.user()) == Thread.currentThread();
    }

    /** The failure of a second borrow by the same thread, which would wait for itself. */
    SQLException refusal(Address address) {
        return new SQLException(
                "the only connection to " + address + " is borrowed by this thread already, "
                        + Thread.currentThread().getName()
                        + "; close it before the next borrow, or set pool: 2 in config/database.yml",
                "08001",
                stack);
    }
}
