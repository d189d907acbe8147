package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database to a version, whichever way that is. */
record To(Run run, MigrationVersion version) {

    private static final MigrationVersion NOTHING = MigrationVersion.fromVersion("0");

    List<Migration> move() throws SQLException {
        Inventory inventory = run.inventory();
        boolean isKnown = inventory.entries().stream()
                .anyMatch(entry -> entry.version().map(version::equals).orElse(false));
        if (!isKnown && !version.equals(NOTHING)) {
            throw new JetsException(
                    "no migration has version " + version + "; nothing was run; db-status lists those there are");
        }
        Optional<MigrationVersion> newest = inventory.newestVersion();
        if (newest.isPresent() && newest.get().compareTo(version) > 0) {
            return Down.to(run, version).takeBack();
        }
        return isKnown ? new Up(run, version).apply() : List.of();
    }
}
