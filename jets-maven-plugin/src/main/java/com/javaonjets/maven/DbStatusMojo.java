package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.UpToDate;
import com.javaonjets.migration.MigrationStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints a table of the migrations: which are applied, when and by whom, which are pending, and, on MySQL, which stand
 * half-applied since a run of theirs was killed. Where one failed or was interrupted, or there is none yet, it says what
 * to do next.
 */
@Mojo(name = "db-status", threadSafe = true)
public final class DbStatusMojo extends DatabaseMojo {

    @Override
    void run(DatabaseConfig database) {
        List<MigrationStatus> statuses = migrator(database).status();
        StatusTable.lines(statuses, Style.of(session())).forEach(this::say);
        new UpToDate(database, statuses).advice().forEach(this::say);
    }
}
