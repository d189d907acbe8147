package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import com.javaonjets.migration.Script.ScriptStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * A file of SQL that makes the schema which migrations have led to, and what is to count as applied then. Where the
 * database can, all of it is one transaction; a schema of thousands of objects may need more locks than PostgreSQL gives to
 * one, and each of its statements is committed by itself then.
 *
 * @param run without placeholders, for a default may well hold <code>${name}</code>
 */
record SchemaScript(Run run, Path path, List<AppliedMigration> applied) {

    /** Of PostgreSQL: out of the shared memory that holds the locks. */
    private static final String NO_LOCKS_LEFT = "53200";

    /**
     * Else each of thousands of commits waits for the disk. The last ones, of what counts as applied, do wait, and all
     * before them is on the disk then.
     */
    private static final String WITHOUT_WAITING = "SET synchronous_commit = off";

    void load() throws SQLException {
        refuseHistory();
        run.locked(() -> {
            Script script = script();
            boolean made = makeHistory();
            boolean done = false;
            try {
                run(script);
                done = true;
            } finally {
                if (made && !done && run.session().isAlive()) {
                    run.history().drop();
                }
            }
            return script;
        });
    }

    private void refuseHistory() {
        if (run.inventory().hasRows()) {
            throw new JetsException(path + " was not loaded: migrations count as applied in the database '"
                    + run.config().database() + "' already; load into a new one, or go on by mvn jets:db-migrate");
        }
    }

    private Script script() {
        MigrationFile file = new MigrationFile(
                MigrationFile.Kind.CALLBACK,
                Optional.empty(),
                "",
                path.getFileName().toString(),
                path);
        try {
            return run.engine().scripts().read(file);
        } catch (FlywayException e) {
            throw Rewording.of(e, file);
        }
    }

    private boolean makeHistory() throws SQLException {
        if (run.history().exists()) {
            return false;
        }
        try {
            run.engine().createHistory();
            return true;
        } catch (FlywayException e) {
            throw Rewording.of(e, run.files());
        }
    }

    private void run(Script script) throws SQLException {
        boolean whole = run.dialect().rollsBackDdl();
        try {
            run(script, whole);
        } catch (JetsException e) {
            if (!whole || !run.session().isAlive() || !lacksLocks(e)) {
                throw e;
            }
            run.session().execute(WITHOUT_WAITING);
            run(script, false);
        }
    }

    private static boolean lacksLocks(JetsException e) {
        return e.getCause() instanceof SQLException server && NO_LOCKS_LEFT.equals(server.getSQLState());
    }

    /** @param whole whether it is one transaction */
    private void run(Script script, boolean whole) throws SQLException {
        Connection connection = run.session().connection();
        connection.setAutoCommit(!whole);
        try {
            execute(script, connection, whole);
            record(connection);
        } catch (SQLException e) {
            throw new JetsException(
                    path + " was run, but not committed: " + ServerWords.of(e) + "; next: " + next(whole), e);
        } finally {
            if (run.session().isAlive()) {
                endTransaction(connection);
            }
        }
    }

    private void execute(Script script, Connection connection, boolean whole) {
        try {
            run.engine().scripts().run(script.file(), connection);
        } catch (FlywayException e) {
            throw FlywayScripts.failed(e)
                    .map(failed -> failure(script, failed, whole))
                    .orElseGet(() -> Rewording.of(e, script.file()));
        }
    }

    /** The script may have changed where names are looked up, and its commits may not have waited. */
    private void record(Connection connection) throws SQLException {
        if (!run.dialect().sessionReset().isEmpty()) {
            run.session().execute(run.dialect().sessionReset());
        }
        new Metadata(run.session(), run.dialect()).store(run.config().environment());
        new HistoryRows(run.history()).insert(applied);
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** After a commit there is nothing left to roll back. */
    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private JetsException failure(Script script, FailedStatement failed, boolean whole) {
        return new JetsException(
                path + " failed at line " + failed.line() + ": " + ServerWords.of(failed.server())
                        + "\n  statement: " + FailureMessage.shortened(failed.sql())
                        + "\n  kept: " + kept(script, failed, whole)
                        + "\n  next: " + next(whole),
                failed.server());
    }

    private String kept(Script script, FailedStatement failed, boolean whole) {
        if (whole) {
            return "nothing of it; what it had done was rolled back";
        }
        int done = script.statements().stream()
                .filter(statement -> statement.line() < failed.line())
                .toList()
                .size();
        Optional<ScriptStatement> last =
                done == 0 ? Optional.empty() : Optional.of(script.statements().get(done - 1));
        return last.map(statement -> "what the file says up to line " + statement.line()
                        + (run.dialect().rollsBackDdl()
                                ? ", since it needs more locks than the server gives to one transaction"
                                : ", since this database commits whenever a definition changes"))
                .orElse("nothing of it");
    }

    private String next(boolean whole) {
        return "make the file agree with the database server, or write it anew by mvn jets:db-schema-dump"
                + (whole
                        ? ", then load it again"
                        : "; then drop and create the database '" + run.config().database()
                                + "', of which half is there, and load it again");
    }
}
