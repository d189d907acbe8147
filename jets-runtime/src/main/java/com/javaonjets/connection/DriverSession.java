package com.javaonjets.connection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What differs between the drivers in a session that is open: transactions, and what is known of the server's state. */
sealed interface DriverSession permits MysqlSession, PostgresqlSession {

    boolean autoCommit() throws SQLException;

    void autoCommit(boolean on) throws SQLException;

    /**
     * Called before each statement: begins the transaction that it belongs to, where the driver does not.
     *
     * @param sql empty if it is not known, or several are run
     */
    void beforeStatement(String sql) throws SQLException;

    /** Called when a statement failed: what is known of the transaction may be out of date. */
    void failed();

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Leaves transactions to the driver, to the borrow's end: the caller goes on past this class, by savepoints, by the driver's own. */
    void leaveToDriver() throws SQLException;

    /** {@return what sets the schema as it is now, after the session was made fit for the next borrower} */
    SessionChanges.Step wayBackToSchema() throws SQLException;

    /** Makes the session fit for the next borrower: no transaction open, autocommit on. No trip where it is so already. */
    void settle() throws SQLException;

    /** Whether the driver would wait for an end that nobody is left to bring about. No trip. */
    boolean isStuck() throws SQLException;

    /** Asks the server for a sign of life, at one trip, for as long as reads may take. */
    void ping() throws SQLException;

    /** {@return the socket, if it is ours} */
    @Nullable
    ProbedSocket socket();
}
