package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import com.javaonjets.migration.Inventory.Entry;
import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Applies what is pending. */
record Up(Run run, MigrationVersion target) {

    static Up all(Run run) {
        return new Up(run, MigrationVersion.LATEST);
    }

    /** Looks first without the lock: where nothing is pending, nobody has to wait. */
    List<Migration> apply() throws SQLException {
        if (!hasWork()) {
            return List.of();
        }
        return run.locked(() -> {
            List<Script> scripts = scripts();
            Interruptions interruptions = Interruptions.of(run).refuseQuestions(scripts);
            new UnfinishedIndexes(run.session(), run.dialect()).refuse(scripts);
            makeTables();
            interruptions.prepare(scripts, run.engine().knowsClasses());
            return apply(scripts, interruptions);
        });
    }

    /** A database without a history has work whatever the files are, which are then read under the lock alone. */
    private boolean hasWork() throws SQLException {
        if (!run.history().exists()) {
            return true;
        }
        Inventory inventory = run.inventory();
        Checks.refuseTroubled(inventory);
        return !pending(inventory).isEmpty() || run.files().haveCallbacks() || lacksEnvironment();
    }

    /** Who may not read the table hears of it when there is something to run. */
    private boolean lacksEnvironment() {
        try {
            return metadata().environment().isEmpty();
        } catch (JetsException e) {
            return false;
        }
    }

    /** What is pending, read and found fit to run. */
    List<Script> scripts() {
        Inventory inventory = run.inventory();
        Checks.refuseTroubled(inventory);
        return scripts(inventory);
    }

    private List<Script> scripts(Inventory inventory) {
        return pending(inventory).stream()
                .filter(entry -> !JavaMigrations.isOne(entry))
                .map(entry -> run.files().file(entry.migration().script()).orElseThrow())
                .map(file -> Checks.readable(file, run.engine().scripts()))
                .toList();
    }

    /** What is pending and written in SQL, whatever stands in its way. */
    List<Script> pendingScripts() {
        return scripts(run.inventory());
    }

    /** What is pending, in whatever it is written. */
    List<Migration> migrations() {
        return pending(run.inventory()).stream().map(Entry::migration).toList();
    }

    private List<Entry> pending(Inventory inventory) {
        return inventory.in(State.DOWN).stream()
                .filter(entry -> entry.version()
                        .map(version -> version.compareTo(target) <= 0)
                        .orElse(true))
                .toList();
    }

    private void makeTables() throws SQLException {
        try {
            if (!run.history().exists()) {
                run.engine().createHistory();
            }
        } catch (FlywayException e) {
            throw Rewording.of(e, run.files());
        }
        try {
            metadata().store(run.config().environment());
        } catch (JetsException e) {
            run.listener().warned(String.valueOf(e.getMessage()));
        }
    }

    private Metadata metadata() {
        return new Metadata(run.session(), run.dialect());
    }

    /** One that was forgotten after it was generated would be so for good. */
    private void warnOfEmpty(List<Script> scripts) {
        scripts.stream()
                .filter(script -> script.statements().isEmpty())
                .forEach(script -> run.listener()
                        .warned(script.file().script()
                                + " holds no statement: it counts as applied, and the database stays as it is"));
    }

    private List<Migration> apply(List<Script> scripts, Interruptions interruptions) throws SQLException {
        Progress progress = new Progress(run.listener());
        run.listener().planned(scripts.size());
        warnOfEmpty(scripts);
        try (Recording recording = Recording.of(interruptions, scripts)) {
            Batches.of(run, target, scripts).forEach(batch -> batch.migrate(progress, recording));
            recording.finish();
            new UnfinishedIndexes(run.session(), run.dialect()).twins(scripts).forEach(run.listener()::warned);
        } catch (FlywayException e) {
            throw failure(e, scripts, progress.running());
        }
        progress.ended();
        return progress.finished();
    }

    private JetsException failure(FlywayException failure, List<Script> scripts, Optional<Migration> running)
            throws SQLException {
        Optional<FailedStatement> failed = FlywayScripts.failed(failure);
        if (failed.isPresent()) {
            Optional<Script> script = script(scripts, failed.get().script());
            return script.isPresent() ? failure(script.get(), failed.get()) : FailureMessage.callback(failed.get());
        }
        if (running.isPresent() && script(scripts, running.get().script()).isEmpty()) {
            return JavaFailure.of(run, running.get(), failure);
        }
        Optional<SQLException> server = Rewording.server(failure);
        Optional<Script> ran = running.flatMap(migration -> script(scripts, migration.script()));
        return ran.isPresent() && server.isPresent()
                ? failure(ran.get(), server.get())
                : Rewording.of(failure, run.files());
    }

    private static Optional<Script> script(List<Script> scripts, String name) {
        return scripts.stream()
                .filter(script -> script.file().script().equals(name))
                .findFirst();
    }

    private JetsException failure(Script script, SQLException server) {
        return FailureMessage.commit(script, server, run.aftermathOfCommit(script), run.dialect());
    }

    private JetsException failure(Script script, FailedStatement failed) throws SQLException {
        Aftermath aftermath = run.aftermath(script, failed);
        if (aftermath.kept() == 0) {
            run.history().forgetFailure(script.file().script());
        }
        Optional<String> built = new UnfinishedIndexes(run.session(), run.dialect()).built(failed);
        return built.isPresent()
                ? FailureMessage.built(script, failed, built.get())
                : FailureMessage.migrate(script, failed, aftermath, run.dialect());
    }
}
