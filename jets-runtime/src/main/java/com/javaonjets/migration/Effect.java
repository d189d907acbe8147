package com.javaonjets.migration;

/** What a statement of MySQL does to the database, seen by a run that may be killed at any moment. */
enum Effect {
    /** Changes nothing that outlives the session, such as a variable or a temporary table: a later run does it again. */
    SESSION,
    /** Begins or ends a transaction, or locks tables: a later run does it again. */
    TRANSACTION,
    /** Changes rows, in the transaction that is open. */
    ROWS,
    /** Commits by itself, before it begins and when it has ended. */
    DEFINITION,
    /** May commit or not, since what it runs does not stand in it, such as CALL. */
    UNKNOWN;

    /** Whether a run that comes after an interrupted one has to know whether this was done. */
    boolean lasts() {
        return this != SESSION && this != TRANSACTION;
    }
}
