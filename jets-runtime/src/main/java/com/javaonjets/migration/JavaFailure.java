package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** What a migration in Java that failed tells its user. */
final class JavaFailure {

    private JavaFailure() {}

    /** Where its intent is still there, something has been committed. */
    static JetsException of(Run run, Migration migration, FlywayException failure) {
        boolean committed = hasCommitted(run, migration);
        if (!committed) {
            run.history().forgetFailure(migration.script());
        }
        Throwable cause = cause(failure);
        return new JetsException(
                migration.script() + " failed: "
                        + (cause instanceof SQLException server ? ServerWords.of(server) : cause)
                        + "\n  kept: "
                        + (committed
                                ? "what it had committed, as a change of a table's definition does on this database"
                                : "nothing of it, save what it has committed itself")
                        + "\n  next: "
                        + (committed
                                ? "take back by hand what it has done, correct the class, then run " + Question.ANSWER
                                        + "restart, and mvn jets:db-migrate"
                                : "correct the class, compile it, then run mvn jets:db-migrate again"),
                failure);
    }

    private static boolean hasCommitted(Run run, Migration migration) {
        if (run.dialect().rollsBackDdl()) {
            return false;
        }
        try {
            String name = Interruptions.migration(migration);
            return Records.of(run.history()).all().stream()
                    .anyMatch(one -> one.migration().equals(name));
        } catch (SQLException e) {
            return true;
        }
    }

    private static Throwable cause(FlywayException failure) {
        Throwable cause = failure;
        while (cause instanceof FlywayException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
