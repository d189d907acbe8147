package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** What goals share that take the newest migrations of one database back. */
abstract class SteppingMojo extends DumpingMojo {

    /** How many migrations, the newest first. Of several databases, -Ddb says whose. */
    @Parameter(property = "steps", defaultValue = "1")
    private int steps;

    final int steps() {
        return steps;
    }

    @Override
    final Map<String, String> misnomers() {
        return Map.of("STEP", "steps=N", "step", "steps=N", "VERSION", "steps=N, or db-migrate with -Dto=VERSION");
    }

    @Override
    final void checkParameters() {
        if (steps < 1) {
            throw new JetsException("steps is " + steps + "; expected 1 or more");
        }
    }

    @Override
    final void check(List<DatabaseConfig> databases) {
        refuseSeveral(databases, "the newest migrations are those of one database");
    }
}
