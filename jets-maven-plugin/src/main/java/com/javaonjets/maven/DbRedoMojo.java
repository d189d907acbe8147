package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes the newest applied migrations back and applies those again, and no other: for one that was edited, or whose way
 * back is to be tried.
 */
@Mojo(name = "db-redo", threadSafe = true)
public final class DbRedoMojo extends DumpingMojo {

    /** How many migrations to do again. */
    @Parameter(property = "steps", defaultValue = "1")
    private int steps;

    @Override
    void run(DatabaseConfig database) {
        if (steps < 1) {
            throw new JetsException("steps is " + steps + "; expected 1 or more");
        }
        if (migrator(database).redo(steps).isEmpty()) {
            say("nothing to do again");
        }
        dumpAfterwards(database);
    }
}
