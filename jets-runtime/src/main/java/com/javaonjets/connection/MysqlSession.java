package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.NativeSession;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Connector/J. It turns autocommit off and on by a SET each; here a transaction begins by START TRANSACTION with its first
 * statement instead, and autocommit stays on at the server. That is the same for DML alone: where another statement ends a
 * transaction, what follows it would be committed by itself, and START TRANSACTION unlocks tables. So what is not DML, and
 * all that follows it in a borrow, is left to the driver. What a transaction is begun by is remembered here: most answers
 * tell the server's state, but not an error, nor those to a ping or to the end of a stream of rows, and there is none while
 * another thread's statement runs. What two threads do at once on one connection is left to the driver, too.
 */
final class MysqlSession implements DriverSession {

    /** Protocol::StatusFlags, SERVER_STATUS_IN_TRANS. */
    private static final int IN_TRANSACTION = 1;

    /** Protocol::StatusFlags, SERVER_STATUS_AUTOCOMMIT. */
    private static final int AUTOCOMMIT = 2;

    private final JdbcConnection connection;
    private final @Nullable MysqlReset reset;
    private final boolean severalAtOnce;

    /** Whether the borrower works in transactions that are begun here. */
    private boolean manual;

    /** Whether one was begun here, and not ended. */
    private boolean begun;

    /** Whether the driver sees to transactions until the end of the borrow. */
    private boolean driversOwn;

    /** Whether something was sent since the session was known to be as it should. */
    private boolean used;

    /** Whether an error came after the last state that was heard: it may have ended the transaction. */
    private boolean unsure;

    private MysqlSession(JdbcConnection connection, @Nullable MysqlReset reset) {
        this.connection = connection;
        this.reset = reset;
        this.severalAtOnce = connection
                .getPropertySet()
                .getBooleanProperty(PropertyKey.allowMultiQueries)
                .getValue();
    }

    static MysqlSession of(Connection connection, DatabaseConfig config) throws SQLException {
        JdbcConnection driver = connection.unwrap(JdbcConnection.class);
        return new MysqlSession(driver, config.reset() ? new MysqlReset(driver, config) : null);
    }

    @Override
    public synchronized boolean autoCommit() throws SQLException {
        return !manual && connection.getAutoCommit();
    }

    @Override
    public synchronized void autoCommit(boolean on) throws SQLException {
        if (manual && on) {
            commit();
            manual = false;
        } else if (on || driversOwn || !connection.getAutoCommit()) {
            boolean known = connection.getAutoCommit() == on;
            connection.setAutoCommit(on);
            if (known && used && is(AUTOCOMMIT) != on) {
                // By SQL it was changed since, which the driver does not know, and sends nothing.
                execute(on ? "SET autocommit=1" : "SET autocommit=0");
            }
        } else {
            manual = true;
        }
    }

    @Override
    public synchronized void beforeStatement(String sql) throws SQLException {
        if (!isDml(sql) || (manual && unsure)) {
            leaveToDriver();
        } else if (manual && !begun) {
            execute("START TRANSACTION");
            begun = true;
        }
        used = true;
        unsure = false;
    }

    private boolean isDml(String sql) {
        return MysqlDml.is(sql) && !(severalAtOnce && sql.indexOf(';') >= 0);
    }

    @Override
    public synchronized void failed() {
        unsure = true;
    }

    @Override
    public void commit() throws SQLException {
        end("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        end("ROLLBACK");
    }

    private synchronized void end(String transaction) throws SQLException {
        if (!manual) {
            if (transaction.equals("COMMIT")) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } else if (unsure || begun) {
            execute(transaction);
            begun = false;
        }
        unsure = false;
    }

    /** With autocommit off at the server the transaction that is open, if one is, goes on. */
    @Override
    public synchronized void leaveToDriver() throws SQLException {
        used = true;
        if (manual) {
            connection.setAutoCommit(false);
            manual = false;
            begun = false;
        }
        driversOwn = true;
    }

    @Override
    public SessionChanges.Step wayBackToSchema() throws SQLException {
        String now = connection.getSchema();
        return () -> connection.setSchema(now);
    }

    @Override
    public synchronized void settle() throws SQLException {
        manual = false;
        begun = false;
        driversOwn = false;
        if (!used) {
            return;
        }
        if (reset == null) {
            clean();
        } else {
            reset.run();
        }
        used = false;
        unsure = false;
    }

    private void clean() throws SQLException {
        if (unsure || is(IN_TRANSACTION) || !is(AUTOCOMMIT)) {
            // Its answer tells the state, where the last one did not.
            execute("ROLLBACK");
        }
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        } else if (!is(AUTOCOMMIT)) {
            // Turned off by SQL: the driver does not know, and would not send what it takes for done.
            execute("SET autocommit=1");
        }
    }

    private boolean is(int flag) {
        return (connection.getSession().getServerSession().getStatusFlags() & flag) != 0;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean isStuck() {
        return false;
    }

    /** Without the driver's own bound, which fails with a NullPointerException when it is reached. */
    @Override
    public void ping() throws SQLException {
        connection.pingInternal(false, 0);
    }

    @Override
    public @Nullable ProbedSocket socket() {
        return connection.getSession() instanceof NativeSession session
                        && session.getProtocol().getSocketConnection().getSocketFactory()
                                instanceof MysqlSocketFactory factory
                ? factory.socket()
                : null;
    }
}
