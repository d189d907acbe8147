package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What a borrower sets of the session by {@link Connection}'s own methods, and how it was before, for the next borrower.
 * Most borrowers set nothing, and then nothing here is loaded.
 */
final class SessionChanges {

    /** Something sent to the server, or to the driver, that may fail. */
    interface Step {
        void run() throws SQLException;
    }

    private final LentConnection lent;
    private final Connection connection;
    private final Map<String, Step> before = new LinkedHashMap<>();

    SessionChanges(LentConnection lent, Connection connection) {
        this.lent = lent;
        this.connection = connection;
    }

    void readOnly(boolean readOnly) throws SQLException {
        boolean now = connection.isReadOnly();
        before.putIfAbsent("read-only", () -> connection.setReadOnly(now));
        lent.call(() -> connection.setReadOnly(readOnly));
    }

    void transactionIsolation(int level) throws SQLException {
        int now = connection.getTransactionIsolation();
        before.putIfAbsent("isolation", () -> connection.setTransactionIsolation(now));
        lent.call(() -> connection.setTransactionIsolation(level));
    }

    void catalog(String name) throws SQLException {
        String now = connection.getCatalog();
        before.putIfAbsent("catalog", () -> connection.setCatalog(now));
        lent.call(() -> connection.setCatalog(name));
    }

    void schema(String name) throws SQLException {
        String now = connection.getSchema();
        before.putIfAbsent("schema", () -> connection.setSchema(now));
        lent.call(() -> connection.setSchema(name));
    }

    void holdability(int holdability) throws SQLException {
        int now = connection.getHoldability();
        before.putIfAbsent("holdability", () -> connection.setHoldability(now));
        lent.call(() -> connection.setHoldability(holdability));
    }

    void networkTimeout(Executor executor, int milliseconds) throws SQLException {
        int now = connection.getNetworkTimeout();
        before.putIfAbsent("network timeout", () -> connection.setNetworkTimeout(executor, now));
        lent.call(() -> connection.setNetworkTimeout(executor, milliseconds));
    }

    /** Has the session as it was before the borrow. */
    void undo() throws SQLException {
        for (Step step : before.values()) {
            step.run();
        }
    }
}
