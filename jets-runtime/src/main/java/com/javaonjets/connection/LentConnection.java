package com.javaonjets.connection;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A connection from the borrow that gave it to its return, or until it is taken back. It throws from then on. */
final class LentConnection extends ForwardingConnection {

    private final Link link;
    private final Lender lender;
    private final Borrow borrow;
    private final Usage usage = new Usage();
    private final Set<Statement> statements = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile @Nullable SessionChanges changes;
    private volatile boolean retired;
    private volatile @Nullable String takenBack;
    private volatile boolean limitedByUser;
    private volatile Thread user = Thread.currentThread();

    LentConnection(Link link, Lender lender, Borrow borrow) {
        this.link = link;
        this.lender = lender;
        this.borrow = borrow;
    }

    /** {@return the thread that used it last} */
    Thread user() {
        return user;
    }

    @Override
    Connection target() throws SQLException {
        if (usage.hasEnded()) {
            throw ended();
        }
        Thread current = Thread.currentThread();
        if (user != current) {
            user = current;
        }
        return link.connection();
    }

    private SQLException ended() {
        return new SQLException(
                takenBack == null
                        ? "the connection was returned already; borrow another one"
                        : "the connection was taken back when " + takenBack + "; borrow one in each invocation",
                "08003");
    }

    /**
     * Called before each statement that a borrower runs; {@link #afterStatement} follows unless this throws.
     *
     * @param sql empty if it is not known, or several are run
     */
    void beforeStatement(String sql) throws SQLException {
        begin();
        boolean begun = false;
        try {
            link.session().beforeStatement(sql);
            begun = true;
        } catch (SQLException e) {
            throw noticed(e);
        } catch (RuntimeException | Error e) {
            broken();
            throw e;
        } finally {
            if (!begun) {
                usage.finish();
            }
        }
    }

    void afterStatement() {
        usage.finish();
    }

    /** Begins a call to the server: from here on the connection is not lent to another, until {@link #afterStatement}. */
    void begin() throws SQLException {
        target();
        if (!usage.begin()) {
            throw ended();
        }
        boolean begun = false;
        try {
            Fence fence = borrow.fence();
            if (fence.isBounded() && !limitedByUser) {
                link.limitReads(fence.leftMilliseconds());
            }
            if (usage.isShared()) {
                // Of two threads' calls none knows what the other's does to the transaction.
                link.session().leaveToDriver();
            }
            begun = true;
        } finally {
            if (!begun) {
                usage.finish();
            }
        }
    }

    /** Called when the driver's own objects are handed out: what they do is not seen here. */
    void handedOut() throws SQLException {
        target();
        link.session().leaveToDriver();
    }

    /** Takes note of a failure, and gives it back to be thrown. */
    SQLException noticed(SQLException failure) {
        link.session().failed();
        boolean late = borrow.ranOutOfTime(failure);
        if (late || Retirement.follows(failure)) {
            retired = true;
        }
        return late ? borrow.outOfTime(failure) : failure;
    }

    /** Called when the driver failed by no error of SQL's: an answer may be half read, which the next borrower would get. */
    void broken() {
        link.session().failed();
        retired = true;
    }

    /** {@return whether it was open, so that the driver's is to be closed} */
    synchronized boolean forget(Statement statement) {
        return statements.remove(statement);
    }

    /** While it runs the connection is not lent to another, whose statement it could hit. */
    void cancel(Statement statement) throws SQLException {
        if (usage.begin()) {
            try {
                statement.cancel();
            } finally {
                usage.finish();
            }
        }
    }

    private synchronized <S extends Statement> S remembered(S statement) {
        statements.add(statement);
        return statement;
    }

    /** Returns the connection; the second call does nothing, as JDBC has it. */
    @Override
    public void close() {
        Usage.End end = usage.end();
        if (end != Usage.End.AGAIN) {
            giveBack(end);
        }
    }

    /**
     * Ends the borrow in the borrower's place.
     *
     * @param when the end of a sentence: what came before the return
     */
    void takeBack(String when) {
        Usage.End end = usage.end();
        if (end != Usage.End.AGAIN) {
            takenBack = when;
            try {
                borrow.takenBack(when);
            } finally {
                giveBack(end);
            }
        }
    }

    /**
     * Ends the borrow with the process; {@link #left} follows unless it had ended before.
     *
     * @return whether a call runs, or a return
     */
    Usage.End leave() {
        Usage.End end = usage.end();
        if (end != Usage.End.AGAIN) {
            takenBack = "the process ended";
        }
        return end;
    }

    /** Lets others borrow, now that the connection is closed. */
    void left() {
        passOn(false);
    }

    /** A connection on which a call of another thread runs still is not lent again. */
    private void giveBack(Usage.End end) {
        boolean fit = false;
        try {
            fit = end == Usage.End.QUIET && settled();
        } finally {
            passOn(fit);
        }
    }

    private void passOn(boolean fit) {
        try {
            borrow.fence().returned(this);
            link.lent(null);
        } finally {
            lender.returned(link, fit);
        }
    }

    private boolean settled() {
        try {
            if (Farewell.hasBegun()) {
                link.end();
                return false;
            }
            if (retired || link.connection().isClosed() || link.session().isStuck()) {
                return false;
            }
            link.limitReads(borrow.returnMilliseconds());
            closeStatements();
            link.session().settle();
            undoChanges();
            link.connection().clearWarnings();
            link.unlimitReads();
            link.used();
            return true;
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(LentConnection.class)
                    .debug("a connection could not be made fit for the next borrower", e);
            return false;
        }
    }

    private void closeStatements() throws SQLException {
        List<Statement> open;
        synchronized (this) {
            open = new ArrayList<>(statements);
        }
        for (Statement statement : open) {
            statement.close();
        }
    }

    private void undoChanges() throws SQLException {
        SessionChanges made = changes;
        if (made != null) {
            made.undo();
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        return usage.hasEnded() || link.connection().isClosed();
    }

    @Override
    public boolean isValid(int seconds) throws SQLException {
        return !usage.hasEnded() && target().isValid(seconds);
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        target().abort(executor);
        if (usage.end() != Usage.End.AGAIN) {
            giveBack(Usage.End.BUSY);
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            handedOut();
        }
        return super.unwrap(type);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        target();
        return link.session().autoCommit();
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        begin();
        try {
            link.session().autoCommit(on);
        } catch (SQLException e) {
            throw noticed(e);
        } catch (RuntimeException | Error e) {
            broken();
            throw e;
        } finally {
            usage.finish();
        }
    }

    @Override
    public void commit() throws SQLException {
        begin();
        try {
            link.session().commit();
        } catch (SQLException e) {
            throw noticed(e);
        } catch (RuntimeException | Error e) {
            broken();
            throw e;
        } finally {
            usage.finish();
        }
    }

    @Override
    public void rollback() throws SQLException {
        begin();
        try {
            link.session().rollback();
        } catch (SQLException e) {
            throw noticed(e);
        } catch (RuntimeException | Error e) {
            broken();
            throw e;
        } finally {
            usage.finish();
        }
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        call(() -> link.connection().rollback(savepoint));
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        call(() -> link.connection().releaseSavepoint(savepoint));
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        Savepoint[] made = new Savepoint[1];
        call(() -> {
            handedOut();
            made[0] = link.connection().setSavepoint();
        });
        return made[0];
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        Savepoint[] made = new Savepoint[1];
        call(() -> {
            handedOut();
            made[0] = link.connection().setSavepoint(name);
        });
        return made[0];
    }

    /** Runs what is seldom asked for: a lambda costs a cold start more than the block that commits have of their own. */
    void call(SessionChanges.Step step) throws SQLException {
        begin();
        try {
            step.run();
        } catch (SQLException e) {
            throw noticed(e);
        } catch (RuntimeException | Error e) {
            broken();
            throw e;
        } finally {
            usage.finish();
        }
    }

    private synchronized SessionChanges changes() {
        SessionChanges made = changes;
        if (made == null) {
            made = new SessionChanges(link);
            changes = made;
        }
        return made;
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        call(() -> changes().readOnly(readOnly));
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        call(() -> changes().transactionIsolation(level));
    }

    @Override
    public void setCatalog(String name) throws SQLException {
        call(() -> changes().catalog(name));
    }

    @Override
    public void setSchema(String name) throws SQLException {
        call(() -> changes().schema(name));
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        call(() -> changes().holdability(holdability));
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> types) throws SQLException {
        call(() -> changes().typeMap(types));
    }

    @Override
    public void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
        setClientInfo(() -> changes().clientInfo(name, value));
    }

    @Override
    public void setClientInfo(Properties properties) throws SQLClientInfoException {
        setClientInfo(() -> changes().clientInfo(properties));
    }

    private void setClientInfo(SessionChanges.Step step) throws SQLClientInfoException {
        try {
            call(step);
        } catch (SQLClientInfoException e) {
            throw e;
        } catch (SQLException e) {
            throw new SQLClientInfoException(e.getMessage(), e.getSQLState(), e.getErrorCode(), Map.of(), e);
        }
    }

    @Override
    public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        call(() -> {
            limitedByUser = true;
            changes().networkTimeout(executor, milliseconds);
        });
    }

    @Override
    public Statement createStatement() throws SQLException {
        return lentStatement(super.createStatement());
    }

    @Override
    public Statement createStatement(int resultSetType, int concurrency) throws SQLException {
        updating(concurrency);
        return lentStatement(super.createStatement(resultSetType, concurrency));
    }

    @Override
    public Statement createStatement(int resultSetType, int concurrency, int holdability) throws SQLException {
        updating(concurrency);
        return lentStatement(super.createStatement(resultSetType, concurrency, holdability));
    }

    private Statement lentStatement(Statement statement) {
        return remembered(new LentStatement<>(this, statement));
    }

    /** Rare, so that only who asks for it pays for a dynamic proxy. */
    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return LentProxy.of(this, DatabaseMetaData.class, super.getMetaData());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return prepared(super.prepareStatement(sql), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int autoGeneratedKeys) throws SQLException {
        return prepared(super.prepareStatement(sql, autoGeneratedKeys), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
        return prepared(super.prepareStatement(sql, columnIndexes), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
        return prepared(super.prepareStatement(sql, columnNames), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int resultSetType, int concurrency) throws SQLException {
        updating(concurrency);
        return prepared(super.prepareStatement(sql, resultSetType, concurrency), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int resultSetType, int concurrency, int holdability)
            throws SQLException {
        updating(concurrency);
        return prepared(super.prepareStatement(sql, resultSetType, concurrency, holdability), sql);
    }

    private PreparedStatement prepared(PreparedStatement statement, String sql) {
        return remembered(new LentPreparedStatement(this, statement, sql));
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return called(super.prepareCall(sql));
    }

    @Override
    public CallableStatement prepareCall(String sql, int resultSetType, int concurrency) throws SQLException {
        return called(super.prepareCall(sql, resultSetType, concurrency));
    }

    @Override
    public CallableStatement prepareCall(String sql, int resultSetType, int concurrency, int holdability)
            throws SQLException {
        return called(super.prepareCall(sql, resultSetType, concurrency, holdability));
    }

    private CallableStatement called(CallableStatement statement) {
        return LentProxy.of(this, CallableStatement.class, remembered(statement));
    }

    /** Rows are changed through the driver's result set, which is not seen here. */
    private void updating(int concurrency) throws SQLException {
        if (concurrency == ResultSet.CONCUR_UPDATABLE) {
            handedOut();
        }
    }

    @Override
    public String toString() {
        return "borrowed " + link.connection();
    }
}
