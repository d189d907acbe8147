package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.Migration;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Takes back the newest applied migrations, newest first, each by its U file. */
@Mojo(name = "db-rollback", threadSafe = true)
public final class DbRollbackMojo extends SteppingMojo {

    @Override
    void run(DatabaseConfig database) {
        List<Migration> reverted = migrator(database).rollback(steps());
        if (reverted.isEmpty()) {
            say("nothing to roll back");
        }
        dumpAfterwards(database);
    }
}
