package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the environment's databases ready whatever state they are in, as Rails' db:prepare: creates those that do not
 * exist, applies what is pending, and runs the seeds of a database that was new or empty. It destroys nothing, so a
 * deployment may run it each time. For development, those of test too, without seeds.
 */
@Mojo(name = "db-prepare", threadSafe = true)
public final class DbPrepareMojo extends LifecycleMojo {

    /** How the schema is read afterwards: {@code program} or {@code queries}; left out, see db-schema-dump. */
    @Parameter(property = "jets.dump")
    private @Nullable String dump;

    /** Whether the schema's file, db/schema.sql, is written afterwards in the environment development. */
    @Parameter(property = "jets.dump.after", defaultValue = "true")
    private boolean dumpAfter;

    @Override
    void run(DatabaseConfig database) {
        setup(database).prepare();
        new Dumping(projectFolder(), dumpAfter, dump, getLog()).after(database);
    }
}
