package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import java.sql.SQLException;
import java.util.Locale;

/** What a failed migration or rollback tells its user, on four lines: what failed, the statement, what stands, what next. */
final class FailureMessage {

    private static final int STATEMENT_LENGTH = 200;

    private static final String NO_SUCH_OBJECT = "42704";

    private FailureMessage() {}

    static JetsException migrate(Script script, FailedStatement failed, Aftermath aftermath, Dialect dialect) {
        String next = aftermath.kept() == 0
                ? "correct the file, then run mvn jets:db-migrate again" + leftovers(failed)
                : kept(dialect);
        return message(script, failed, aftermath.sentence(script, dialect), next(aftermath, next, dialect));
    }

    /** @param definition of the index that is there, and that the file was to build concurrently */
    static JetsException built(Script script, FailedStatement failed, String definition) {
        String next = "the index is there and valid: " + definition
                + "; if a run of this file was killed, the server has finished it: drop it by DROP INDEX CONCURRENTLY, or write"
                + " IF NOT EXISTS into the file, unless another database has the file applied; if it is another index, give one"
                + " of them another name; then run mvn jets:db-migrate again";
        return message(script, failed, "nothing of it", next);
    }

    private static String kept(Dialect dialect) {
        return dialect.rollsBackDdl()
                ? "take back by hand what was kept, run mvn jets:db-repair, which removes the failed row that the history has of it now,"
                        + " correct the file, then run mvn jets:db-migrate again"
                : "correct the file behind what was kept, run mvn jets:db-repair, which removes the failed row that the history has of it now,"
                        + " then mvn jets:db-migrate, which goes on from there; or take back by hand what was kept, then run "
                        + Question.ANSWER + "restart";
    }

    static JetsException rollback(Script script, FailedStatement failed, Aftermath aftermath, Dialect dialect) {
        String correct = dialect.rollsBackDdl()
                ? "correct the file and remove from it what was kept, then run mvn jets:db-rollback again"
                : "correct the file behind what was kept, then run mvn jets:db-rollback again, which goes on from there";
        String next = (aftermath.kept() == 0 ? "correct the file, then run mvn jets:db-rollback again" : correct)
                + "; the migration still counts as applied"
                + dropped(failed);
        return message(script, failed, aftermath.sentence(script, dialect), next(aftermath, next, dialect));
    }

    private static String next(Aftermath aftermath, String usually, Dialect dialect) {
        if (!aftermath.equals(Aftermath.UNKNOWN)) {
            return usually;
        }
        return dialect.rollsBackDdl()
                ? "see by mvn jets:db-status, and in the database, what was done"
                : "run it again, which goes on, or says what it cannot know";
    }

    /** A failure of the commit itself, as by a constraint that is deferred until then; the history knows nothing of it. */
    static JetsException commit(Script script, SQLException server, Aftermath aftermath, Dialect dialect) {
        String next = aftermath.kept() == 0
                ? "correct the file, then run it again"
                : dialect.rollsBackDdl()
                        ? "take back by hand what was kept, correct the file, then run it again"
                        : "correct the file behind what was kept, then run it again, which goes on from there";
        return new JetsException(
                script.file().script() + " ran, but the database did not commit it: " + ServerWords.of(server)
                        + "\n  kept: " + aftermath.sentence(script, dialect)
                        + "\n  next: " + next(aftermath, next, dialect),
                server);
    }

    /** A failure in a file that is not the migration that runs: a callback of Flyway's. */
    static JetsException callback(FailedStatement failed) {
        return new JetsException(
                failed.script() + " failed at line " + failed.line() + ": " + ServerWords.of(failed.server())
                        + "\n  statement: " + shortened(failed.sql())
                        + "\n  next: correct the file, see by mvn jets:db-status what was applied, then run mvn jets:db-migrate again",
                failed.server());
    }

    private static JetsException message(Script script, FailedStatement failed, String kept, String next) {
        return new JetsException(
                script.file().script() + " failed at line " + failed.line() + ": " + ServerWords.of(failed.server())
                        + "\n  statement: " + shortened(failed.sql()) + "\n  kept: " + kept + "\n  next: " + next,
                failed.server());
    }

    private static String dropped(FailedStatement failed) {
        return NO_SUCH_OBJECT.equals(failed.server().getSQLState()) && concurrently(failed)
                ? "; if a run that was killed has dropped it, write IF EXISTS into the file"
                : "";
    }

    private static boolean concurrently(FailedStatement failed) {
        return failed.sql().toLowerCase(Locale.ROOT).contains(" concurrently");
    }

    private static String leftovers(FailedStatement failed) {
        return concurrently(failed)
                ? "; if the index stands there as invalid, run mvn jets:db-repair, which drops it"
                : "";
    }

    /** On one line, cut at a sensible length. */
    static String shortened(String sql) {
        String line = Comments.skipped(sql).strip().replaceAll("\\s+", " ");
        return line.length() <= STATEMENT_LENGTH ? line : line.substring(0, STATEMENT_LENGTH) + "...";
    }
}
