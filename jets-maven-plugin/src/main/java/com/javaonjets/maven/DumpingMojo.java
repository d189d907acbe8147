package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals share that change a schema: in development, its file is written anew. */
abstract class DumpingMojo extends DatabaseMojo {

    /** How the schema is read afterwards: {@code program} or {@code queries}; left out, see db-schema-dump. */
    @Parameter(property = "jets.dump")
    private @Nullable String dump;

    /** Whether the schema's file, db/schema.sql, is written afterwards in the environment development. */
    @Parameter(property = "jets.dump.after", defaultValue = "true")
    private boolean dumpAfter;

    final void dumpAfterwards(DatabaseConfig database) {
        new Dumping(projectFolder(), dumpAfter, dump, getLog()).after(database);
    }
}
