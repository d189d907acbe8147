package com.javaonjets.migration;

import com.javaonjets.migration.Recorded.State;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the statements of a script so that a later run can go on from wherever this one is killed, and leaves out what
 * an earlier one has done.
 *
 * <p>The record of a statement that changes rows is in the statement's own transaction, before it, so that it sees the
 * session as its author meant it to. A statement that commits by itself takes its intent along with that commit.
 */
final class Recorder implements Session.Executor {

    private static final Logger LOGGER = LoggerFactory.getLogger(Recorder.class);

    private static final Pattern LOCK = Pattern.compile("(?is)(lock\\s+tables?\\b)(.*)");
    private static final Pattern BEGINS = Pattern.compile("(?is)(begin|start)\\b.*");
    private static final Pattern ENDS =
            Pattern.compile("(?is)(commit|rollback)\\b(?!(\\s+work)?\\s+(to|and\\s+chain)\\b).*|lock\\b.*");

    private final Records records;
    private @Nullable Resumption running;
    private boolean named;
    private boolean history;
    private int next;
    private boolean inTransactionOfTheScript;
    private boolean wrote;

    Recorder(Records records) {
        this.records = records;
    }

    /**
     * From now on, what is executed are the statements of a script.
     *
     * @param named whether others may be executed in between, so that the script's are told by their text
     * @param history whether the history's row comes at once behind the script, with the records' end: it tells that the
     *     last statement is done, and another commit for that would be one more wait for the server's disk
     */
    void begin(Resumption resumption, boolean named, boolean history) {
        this.running = resumption;
        this.named = named;
        this.history = history;
        next = 0;
        inTransactionOfTheScript = false;
        wrote = !resumption.recorded().isEmpty();
    }

    /** Whether there are records of the script that has ended now. */
    boolean end() {
        running = null;
        return wrote;
    }

    @Override
    public boolean execute(Statement statement, String sql) throws SQLException {
        Resumption script = running;
        if (script == null || !isNext(script.parts(), sql)) {
            return statement.execute(sql);
        }
        int index = next++;
        Part part = script.parts().list().get(index);
        return switch (part.effect()) {
            case SESSION -> statement.execute(sql);
            case TRANSACTION -> control(statement, sql, part);
            case ROWS, DEFINITION, UNKNOWN ->
                script.isDone(part) ? false : record(statement, sql, script.parts(), index);
        };
    }

    private boolean isNext(Parts parts, String sql) {
        return next < parts.list().size()
                && (!named || parts.list().get(next).statement().sql().equals(sql));
    }

    private boolean control(Statement statement, String sql, Part part) throws SQLException {
        var lock = LOCK.matcher(part.sql());
        boolean result =
                statement.execute(lock.matches() ? lock.group(1) + " " + records.tablesToWrite() + lock.group(2) : sql);
        if (BEGINS.matcher(part.sql()).matches()) {
            inTransactionOfTheScript = true;
        } else if (ENDS.matcher(part.sql()).matches()) {
            inTransactionOfTheScript = false;
        }
        return result;
    }

    private boolean record(Statement statement, String sql, Parts parts, int index) throws SQLException {
        if (!parts.mayBeCommittedEarly(index)) {
            return statement.execute(sql);
        }
        wrote = true;
        Part part = parts.list().get(index);
        boolean alone = !inTransactionOfTheScript && commitsEach(parts);
        if (!alone) {
            return recorded(statement, sql, parts, part);
        }
        records.session().execute("SET autocommit = 0");
        try {
            boolean result = recorded(statement, sql, parts, part);
            records.session().execute("COMMIT");
            return result;
        } finally {
            afterwards("ROLLBACK");
            afterwards("SET autocommit = 1");
        }
    }

    private boolean commitsEach(Parts parts) throws SQLException {
        return parts.decideOnAutocommit()
                ? "1".equals(records.session().value("SELECT @@SESSION.autocommit"))
                : !parts.script().inTransaction();
    }

    private boolean recorded(Statement statement, String sql, Parts parts, Part part) throws SQLException {
        if (part.effect() == Effect.ROWS) {
            records.write(Recorded.of(parts, part, State.DONE));
            return statement.execute(sql);
        }
        Recorded intent = Recorded.of(parts, part, State.INTENT);
        records.write(intent);
        boolean result = execute(statement, sql, part, intent);
        fetchWarnings(statement);
        boolean definition = part.effect() == Effect.DEFINITION;
        if (definition && history && next == parts.list().size()) {
            return result;
        }
        records.write(Recorded.of(parts, part, State.DONE));
        if (definition) {
            records.session().execute("COMMIT");
            inTransactionOfTheScript = false;
        }
        return result;
    }

    private boolean execute(Statement statement, String sql, Part part, Recorded intent) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            if (part.effect() == Effect.DEFINITION) {
                takeBack(intent, e);
            }
            throw e;
        }
    }

    /** The server has answered, so it is known that the statement did not happen. What came before it is rolled back anyway. */
    private void takeBack(Recorded intent, SQLException failure) {
        try {
            records.session().execute("ROLLBACK");
            records.remove(intent);
            records.session().execute("COMMIT");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The driver asks the server for them, which knows those of the last statement alone; it keeps what it was told. */
    private static void fetchWarnings(Statement statement) throws SQLException {
        statement.getWarnings();
    }

    /** Where the connection was lost, there is nothing left to do. */
    private void afterwards(String sql) {
        try {
            records.session().execute(sql);
        } catch (SQLException e) {
            LOGGER.debug("'{}' came too late", sql, e);
        }
    }
}
