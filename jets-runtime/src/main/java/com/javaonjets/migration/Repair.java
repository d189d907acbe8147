package com.javaonjets.migration;

import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

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
}
