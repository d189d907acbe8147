package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.MigrationStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the history agree with the files: removes the row of a migration that failed half-way, and takes over the
 * checksum of one that was changed since. It changes nothing but the history.
 */
@Mojo(name = "db-repair", threadSafe = true)
public final class DbRepairMojo extends DatabaseMojo {

    @Override
    void run(DatabaseConfig database) {
        List<MigrationStatus> repaired = migrator(database).repair();
        if (repaired.isEmpty()) {
            say("nothing to repair");
            return;
        }
        say("put right in the history, as it stood before:");
        StatusTable.lines(repaired).forEach(this::say);
    }
}
