package com.javaonjets.migration;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.javaonjets.migration.Recorded.State;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Tells the recorder which script Flyway runs. */
final class Recording implements Callback, AutoCloseable {

    private final Interruptions interruptions;
    private final Map<String, Script> scripts;
    private final boolean haveCallbacks;
    private final Recorder recorder;
    private final List<String> late = new ArrayList<>();

    /** Of the script that runs: whether the records go in the transaction of the history's row. */
    private boolean endsWithTheHistory;

    private Recording(Interruptions interruptions, List<Script> scripts) {
        this.interruptions = interruptions;
        this.scripts = scripts.stream().collect(toMap(script -> script.file().script(), identity()));
        this.haveCallbacks = interruptions.run().files().haveCallbacks();
        this.recorder = new Recorder(interruptions.records());
    }

    /** Closing it lets the session execute by itself again. */
    static Recording of(Interruptions interruptions, List<Script> scripts) {
        Recording recording = new Recording(interruptions, scripts);
        if (!interruptions.run().dialect().rollsBackDdl()) {
            interruptions.run().session().executeBy(recording.recorder);
        }
        return recording;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return !interruptions.run().dialect().rollsBackDdl()
                && (event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo info = context.getMigrationInfo();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                begin(info);
            } else {
                end(info);
            }
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }

    private void begin(MigrationInfo info) throws SQLException {
        Optional<Script> script = script(info);
        if (script.isPresent()) {
            begin(script.get());
        } else if (isJava(info)) {
            interruptions.records().write(opaque(info));
        }
    }

    private void begin(Script script) {
        Resumption resumption = interruptions.resumption(script);
        endsWithTheHistory = resumption.parts().endWithTheHistory() && !haveCallbacks;
        recorder.begin(resumption, haveCallbacks, endsWithTheHistory);
    }

    /** In the transaction of the history's row; where there is none, or someone may end it before, once all have run. */
    private void end(MigrationInfo info) throws SQLException {
        Optional<Script> script = script(info);
        boolean wrote = recorder.end() || isJava(info);
        if (!wrote) {
            return;
        }
        String migration = script.map(one -> Parts.migration(one.file())).orElseGet(() -> name(info));
        if (script.isPresent() && endsWithTheHistory) {
            interruptions.records().removeAll(migration);
        } else {
            late.add(migration);
        }
    }

    /** Once the history has them all. */
    void finish() throws SQLException {
        for (String migration : late) {
            interruptions.records().removeAll(migration);
        }
    }

    static boolean isJava(MigrationInfo info) {
        return info.getType().name().equals(CoreMigrationType.JDBC.name());
    }

    private static Recorded opaque(MigrationInfo info) {
        return new Recorded(name(info), 0, 0, State.INTENT, "", info.getScript());
    }

    private static String name(MigrationInfo info) {
        return Interruptions.migration(Inventory.migration(info));
    }

    private Optional<Script> script(MigrationInfo info) {
        return Optional.ofNullable(scripts.get(info.getScript()));
    }

    @Override
    public String getCallbackName() {
        return "jets records";
    }

    @Override
    public void close() {
        interruptions.run().session().executeBy(Statement::execute);
    }
}
