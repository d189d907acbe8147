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
        Optional<Down> down = down();
        return down.isPresent() ? down.get().takeBack() : new Up(run, version).apply();
    }

    /** What would run, in whatever it is written. */
    List<Migration> migrations() {
        return down().map(Down::migrations).orElseGet(() -> new Up(run, version).migrations());
    }

    /** What would run and is written in SQL, in its order. */
    List<Script> scripts() {
        return down().map(Down::scripts).orElseGet(() -> new Up(run, version).scripts());
    }

    /** The way back, if it is one. A V0 goes back too when everything does. */
    private Optional<Down> down() {
        if (version.equals(NOTHING)) {
            return Optional.of(Down.all(run));
        }
        Inventory inventory = run.inventory();
        refuseUnknown(inventory);
        return inventory
                .newestVersion()
                .filter(newest -> newest.compareTo(version) > 0)
                .map(newest -> Down.to(run, version));
    }

    private void refuseUnknown(Inventory inventory) {
        boolean isKnown = inventory.entries().stream()
                .anyMatch(entry -> entry.version().map(version::equals).orElse(false));
        if (!isKnown) {
            throw new JetsException("no migration has version " + version
                    + "; nothing was run; mvn jets:db-status lists those there are");
        }
    }
}
