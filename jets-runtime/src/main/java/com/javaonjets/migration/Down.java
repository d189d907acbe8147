package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Inventory.Entry;
import com.javaonjets.migration.MigrationListener.Direction;
import com.javaonjets.migration.MigrationStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Takes migrations back, newest version first, each by its U file. The U file and the history's row are one
 * transaction where the database can.
 */
record Down(Run run, Function<Inventory, List<Entry>> choice) {

    static Down steps(Run run, int steps) {
        return new Down(
                run,
                inventory ->
                        inventory.appliedNewestFirst().stream().limit(steps).toList());
    }

    static Down to(Run run, MigrationVersion version) {
        return new Down(
                run,
                inventory -> inventory.appliedNewestFirst().stream()
                        .filter(entry -> entry.version().orElseThrow().compareTo(version) > 0)
                        .toList());
    }

    static Down all(Run run) {
        return new Down(run, Inventory::appliedNewestFirst);
    }

    private record Step(Entry entry, Script script) {}

    List<Migration> takeBack() throws SQLException {
        return run.locked(this::takeBackChosen);
    }

    /** The ways back that would run, in their order. */
    List<Migration> migrations() {
        return scripts().stream().map(script -> script.file().migration()).toList();
    }

    /** What would run, in its order. */
    List<Script> scripts() {
        return steps().stream().map(Step::script).toList();
    }

    private List<Step> steps() {
        return choice.apply(run.inventory()).stream().map(this::step).toList();
    }

    private List<Migration> takeBackChosen() throws SQLException {
        List<Step> steps = steps();
        List<Script> scripts = steps.stream().map(Step::script).toList();
        Interruptions interruptions = Interruptions.of(run).refuseQuestions(scripts);
        interruptions.prepare(scripts, false);
        List<Migration> done = new ArrayList<>();
        for (Step step : steps) {
            takeBack(step, interruptions);
            done.add(step.entry().migration());
        }
        return done;
    }

    private Step step(Entry entry) {
        refuse(entry);
        MigrationVersion version = entry.version().orElseThrow();
        MigrationFile file = run.files().undo(version).orElseThrow(() -> missing(entry));
        return new Step(entry, Checks.readable(file, run.engine().scripts()));
    }

    private static void refuse(Entry entry) {
        String version = entry.migration().version().orElseThrow();
        if (entry.state() == State.FAILED) {
            throw new JetsException(entry.migration().script()
                    + " failed half-way, so there is no telling what taking it back would meet; nothing was run;"
                    + " run mvn jets:db-repair, which says what was applied of it, then mvn jets:db-migrate to finish it; or take back by hand what it"
                    + " has left, then run " + Question.ANSWER + "restart");
        }
        if (Inventory.isBaseline(entry)) {
            throw new JetsException(
                    "version " + version
                            + " is the baseline, where this database's history begins; it cannot be taken back; nothing was run");
        }
        if (!entry.type().equals(CoreMigrationType.SQL.name()) && !JavaMigrations.isOne(entry)) {
            throw new JetsException("version " + version + " is a migration of type " + entry.type()
                    + ", not of SQL or Java; it cannot be taken back by a U file; nothing was run");
        }
    }

    private JetsException missing(Entry entry) {
        String script = entry.migration().script();
        String undo = JavaMigrations.isOne(entry)
                ? JavaMigrations.undo(entry.migration())
                : script.substring(0, script.lastIndexOf('/') + 1)
                        + "U"
                        + script.substring(script.lastIndexOf('/') + 2);
        return new JetsException(script + " cannot be taken back: " + undo + " is missing"
                + (entry.state() == State.MISSING ? ", as is the migration itself; it may be on another branch" : "")
                + "; nothing was run; write " + undo
                + ", with what takes the migration back, or an empty file if nothing has to be");
    }

    private void takeBack(Step step, Interruptions interruptions) throws SQLException {
        run.listener().starting(step.entry().migration(), Direction.DOWN);
        if (step.script().statements().isEmpty()) {
            run.listener()
                    .warned(
                            step.script().file().script()
                                    + " holds no statement: the history forgets the migration, and the database stays as it is");
        }
        long start = System.nanoTime();
        Connection connection = run.session().connection();
        connection.setAutoCommit(!step.script().inTransaction());
        boolean done = false;
        try {
            execute(step, connection, interruptions);
            done = true;
        } finally {
            if (!done) {
                // Autocommit, switched on, would commit what is open.
                undo(connection);
            }
            connection.setAutoCommit(true);
        }
        run.listener().finished(step.entry().migration(), Direction.DOWN, Duration.ofNanos(System.nanoTime() - start));
    }

    private void execute(Step step, Connection connection, Interruptions interruptions) throws SQLException {
        try {
            interruptions.takeBack(step.script());
        } catch (FlywayException e) {
            undo(connection);
            throw failure(step.script(), e);
        }
        run.history().delete(step.entry().rank().orElseThrow());
        interruptions.forget(step.script());
        commit(step, connection);
    }

    private void commit(Step step, Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw FailureMessage.commit(step.script(), e, run.aftermathOfCommit(step.script()), run.dialect());
        }
    }

    private void undo(Connection connection) throws SQLException {
        if (run.session().isAlive() && !connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private JetsException failure(Script script, FlywayException failure) {
        return FlywayScripts.failed(failure)
                .map(failed -> FailureMessage.rollback(script, failed, run.aftermath(script, failed), run.dialect()))
                .orElseGet(() -> Rewording.of(failure, script.file()));
    }
}
