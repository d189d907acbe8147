package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.Answer;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.Migrator;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the history agree with the files: removes the row of a migration that failed half-way, and takes over the
 * checksum of one that was changed since. Of a migration or a rollback that stopped half-way on MySQL it says what is
 * done, what is not, and how to go on; on PostgreSQL it drops the invalid index that an interrupted CREATE INDEX
 * CONCURRENTLY left. It changes nothing else.
 */
@Mojo(name = "db-repair", threadSafe = true)
public final class DbRepairMojo extends DatabaseMojo {

    /**
     * Answers what an interrupted migration asks: done, the statement has happened; undone, it has not, and is to run;
     * restart, what was applied of the migration is taken back by hand, and it begins anew.
     */
    @Parameter(property = "jets.interrupted")
    private @Nullable String interrupted;

    @Override
    void run(DatabaseConfig database) {
        Migrator migrator = migrator(database);
        List<MigrationStatus> repaired = migrator.repair();
        report(repaired);
        if (interrupted != null) {
            say(migrator.answer(Answer.of(interrupted)));
        }
        report(repaired, migrator.interrupted());
    }

    private void report(List<MigrationStatus> repaired) {
        if (!repaired.isEmpty()) {
            say(
                    "put right: rows of what failed are removed, checksums of what was changed taken over; before that, the history"
                            + " said:");
            StatusTable.lines(repaired).forEach(this::say);
        }
    }

    private void report(List<MigrationStatus> repaired, List<String> left) {
        left.forEach(this::say);
        if (repaired.isEmpty() && left.isEmpty() && interrupted == null) {
            say("nothing to repair");
        }
    }
}
