package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.database.dump.DumpWay;
import com.javaonjets.database.dump.SchemaDump;
import java.nio.file.Path;
import java.util.Optional;
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

    /** The migration stands, whatever becomes of its file. */
    final void dumpAfterwards(DatabaseConfig database) {
        if (!dumpAfter || !environment().equals(Environment.DEVELOPMENT)) {
            return;
        }
        Path file = SchemaDump.file(projectFolder(), database);
        try {
            if (SchemaDump.of(database, file, way(dump)).write()) {
                say("schema written to " + projectFolder().relativize(file));
            }
        } catch (JetsException e) {
            getLog().warn("the schema was not written to " + projectFolder().relativize(file) + ": " + e.getMessage()
                    + "; what was migrated stands; -Djets.dump.after=false leaves the file as it is");
        }
    }

    static Optional<DumpWay> way(@Nullable String name) {
        return Optional.ofNullable(name).filter(text -> !text.isBlank()).map(DumpWay::fromString);
    }
}
