package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Inventory.Entry;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Lets the history begin at a version. */
record Baseline(Run run, MigrationVersion version) {

    void set() throws SQLException {
        try {
            run.locked(this::setIfNew);
        } catch (FlywayException e) {
            throw Rewording.of(e, run.files());
        }
    }

    private MigrationVersion setIfNew() throws SQLException {
        List<Entry> rows = run.inventory().entries().stream()
                .filter(entry -> entry.rank().isPresent())
                .toList();
        if (rows.stream().anyMatch(this::isThis)) {
            return version;
        }
        refuse(rows);
        forgetEmptyHistory();
        run.engine().baseline(version);
        return version;
    }

    private boolean isThis(Entry entry) {
        return Inventory.isBaseline(entry) && entry.version().orElseThrow().compareTo(version) == 0;
    }

    private void refuse(List<Entry> rows) {
        if (!rows.isEmpty()) {
            throw new JetsException(
                    "version " + version + " cannot be made the baseline: the history has " + rows.size()
                            + (rows.size() == 1 ? " row" : " rows")
                            + " already; a baseline is for a database that has tables and has not seen a migration yet");
        }
    }

    /** Flyway writes a baseline only into a history that it makes. */
    private void forgetEmptyHistory() throws SQLException {
        if (run.history().exists()) {
            run.history().drop();
        }
    }
}
