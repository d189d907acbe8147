package com.javaonjets.migration;

import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Makes the history agree with the files. */
record Repair(Run run) {

    List<MigrationStatus> repair() throws SQLException {
        try {
            return run.locked(this::putRight);
        } catch (FlywayException e) {
            throw Rewording.of(e, run.files());
        }
    }

    private List<MigrationStatus> putRight() throws SQLException {
        List<MigrationStatus> wrong = run.inventory().statuses(run.history()).stream()
                .filter(status -> status.state() == State.FAILED || status.state() == State.CHANGED)
                .toList();
        if (!wrong.isEmpty()) {
            run.engine().repair();
        }
        return wrong;
    }

    List<String> interrupted() throws SQLException {
        return run.locked(() -> {
            Up up = new Up(run, MigrationVersion.LATEST);
            List<String> lines = new ArrayList<>(new InterruptionReport(Interruptions.of(run)).lines());
            lines.addAll(new UnfinishedIndexes(run.session(), run.dialect()).dropped(up.pendingScripts()));
            return lines;
        });
    }

    String answer(Answer answer) throws SQLException {
        return run.locked(() -> {
            engineKnowsTheFiles();
            return new InterruptionReport(Interruptions.of(run)).answer(answer);
        });
    }

    /** They can be read once they were listed. */
    private void engineKnowsTheFiles() {
        run.engine().infos();
    }
}
