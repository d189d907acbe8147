package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.Migration;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Takes back the newest applied migrations, newest first, each by its U file. */
@Mojo(name = "db-rollback", threadSafe = true)
public final class DbRollbackMojo extends DumpingMojo {

    /** How many migrations to take back. */
    @Parameter(property = "steps", defaultValue = "1")
    private int steps;

    @Override
    void run(DatabaseConfig database) {
        if (steps < 1) {
            throw new JetsException("steps is " + steps + "; expected 1 or more");
        }
        List<Migration> reverted = migrator(database).rollback(steps);
        if (reverted.isEmpty()) {
            say("nothing to roll back");
        }
        dumpAfterwards(database);
    }
}
