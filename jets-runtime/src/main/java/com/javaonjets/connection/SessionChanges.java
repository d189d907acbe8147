package com.javaonjets.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a borrower sets of the session by {@link Connection}'s own methods, and how it was before, for the next borrower.
 * Most borrowers set nothing, and then nothing here is loaded. What a driver refuses, as within a transaction, was not set.
 */
final class SessionChanges {

    /** Something sent to the server, or to the driver, that may fail. */
    interface Step {
        void run() throws SQLException;
    }

    private final Connection connection;
    private final DriverSession session;
    private final Map<String, Step> before = new LinkedHashMap<>();

    SessionChanges(Link link) {
        this.connection = link.connection();
        this.session = link.session();
    }

    synchronized void readOnly(boolean readOnly) throws SQLException {
        boolean now = connection.isReadOnly();
        connection.setReadOnly(readOnly);
        before.putIfAbsent("read-only", () -> connection.setReadOnly(now));
    }

    synchronized void transactionIsolation(int level) throws SQLException {
        int now = connection.getTransactionIsolation();
        connection.setTransactionIsolation(level);
        before.putIfAbsent("isolation", () -> connection.setTransactionIsolation(now));
    }

    synchronized void catalog(String name) throws SQLException {
        String now = connection.getCatalog();
        before.putIfAbsent("catalog", () -> connection.setCatalog(now));
        connection.setCatalog(name);
    }

    synchronized void schema(String name) throws SQLException {
        if (!before.containsKey("schema")) {
            before.put("schema", session.wayBackToSchema());
        }
        connection.setSchema(name);
    }

    synchronized void holdability(int holdability) throws SQLException {
        int now = connection.getHoldability();
        before.putIfAbsent("holdability", () -> connection.setHoldability(now));
        connection.setHoldability(holdability);
    }

    synchronized void typeMap(Map<String, Class<?>> types) throws SQLException {
        Map<String, Class<?>> now = connection.getTypeMap();
        before.putIfAbsent("types", () -> connection.setTypeMap(now));
        connection.setTypeMap(types);
    }

    synchronized void clientInfo(String name, @Nullable String value) throws SQLException {
        rememberClientInfo(name);
        connection.setClientInfo(name, value);
    }

    synchronized void clientInfo(Properties all) throws SQLException {
        TreeSet<String> names = new TreeSet<>(connection.getClientInfo().stringPropertyNames());
        names.addAll(all.stringPropertyNames());
        for (String name : names) {
            rememberClientInfo(name);
        }
        connection.setClientInfo(all);
    }

    private void rememberClientInfo(String name) throws SQLException {
        String now = connection.getClientInfo(name);
        before.putIfAbsent("client info " + name, () -> connection.setClientInfo(name, now));
    }

    /** By the calling thread: on another one it could come when the next borrower has the connection. */
    synchronized void networkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
        int now = connection.getNetworkTimeout();
        before.putIfAbsent("network timeout", () -> connection.setNetworkTimeout(SameThread.INSTANCE, now));
        connection.setNetworkTimeout(executor == null ? null : SameThread.INSTANCE, milliseconds);
    }

    /** Has the session as it was before the borrow. */
    synchronized void undo() throws SQLException {
        for (Step step : before.values()) {
            step.run();
        }
    }
}
