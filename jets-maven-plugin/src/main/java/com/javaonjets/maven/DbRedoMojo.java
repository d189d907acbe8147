package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Takes the newest applied migrations back and applies those again, and no other: for one that was edited, or whose way
 * back is to be tried.
 */
@Mojo(name = "db-redo", threadSafe = true)
public final class DbRedoMojo extends SteppingMojo {

    @Override
    void run(DatabaseConfig database) {
        if (migrator(database).redo(steps()).isEmpty()) {
            say("nothing to do again");
        }
        dumpAfterwards(database);
    }
}
