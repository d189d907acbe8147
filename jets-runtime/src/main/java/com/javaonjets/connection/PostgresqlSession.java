package com.javaonjets.connection;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.TransactionState;

/** pgjdbc: it sends BEGIN along with the first statement, and hears the transaction's state with every answer. */
final class PostgresqlSession implements DriverSession {

    private final Connection connection;
    private final @Nullable ProbedSocket socket;
    private final boolean reset;

    /** As the driver was told to be from the opening on. */
    private final boolean readOnly;

    /** Whether something was sent since the session was as new. */
    private boolean used;

    /** Whether the borrower may have used what is the driver's alone, such as COPY. */
    private boolean handedOut;

    PostgresqlSession(Connection connection, @Nullable ProbedSocket socket, boolean reset) throws SQLException {
        this.connection = connection;
        this.socket = socket;
        this.reset = reset;
        this.readOnly = connection.isReadOnly();
    }

    @Override
    public boolean autoCommit() throws SQLException {
        return connection.getAutoCommit();
    }

    @Override
    public void autoCommit(boolean on) throws SQLException {
        connection.setAutoCommit(on);
    }

    @Override
    public void beforeStatement(String sql) {
        used = true;
    }

    @Override
    public void failed() {}

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void leaveToDriver() {
        used = true;
        handedOut = true;
    }

    /**
     * The driver knows the first schema of the path alone, and a reset restores the whole. Within a transaction the path may be
     * the transaction's: what it was before is not known, and the default, which no borrower has chosen, comes back.
     */
    @Override
    public SessionChanges.Step wayBackToSchema() throws SQLException {
        used = true;
        if (reset) {
            return () -> {};
        }
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            return () -> connection.setSchema(null);
        }
        String path;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW search_path")) {
            row.next();
            path = row.getString(1);
        }
        return () -> searchIn(path);
    }

    private void searchIn(String path) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
            statement.setString(1, path);
            statement.execute();
        }
    }

    /** By a COPY that was not ended the driver is locked, waits for the end without a limit, and does not tell. */
    @Override
    public boolean isStuck() throws SQLException {
        if (!handedOut) {
            return false;
        }
        QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        try {
            Field lockedFor = executor.getClass().getDeclaredField("lockedFor");
            lockedFor.setAccessible(true);
            return lockedFor.get(executor) != null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void settle() throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            if (connection.getAutoCommit()) {
                // Begun by SQL: the driver refuses rollback() then.
                execute("ROLLBACK");
            } else {
                connection.rollback();
            }
        }
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        if (reset && used) {
            discard();
        }
        used = false;
        handedOut = false;
    }

    /** Back to the startup packet, its limits included; the driver forgets what it had prepared. */
    private void discard() throws SQLException {
        execute("DISCARD ALL");
        if (readOnly) {
            // By a SET of its own, if by any.
            connection.setReadOnly(false);
            connection.setReadOnly(true);
        }
    }

    /** An empty query. The driver's own isValid counts in whole seconds and logs a warning when it fails. */
    @Override
    public void ping() throws SQLException {
        execute("");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public @Nullable ProbedSocket socket() {
        return socket;
    }
}
