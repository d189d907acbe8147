package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.database.dump.DumpWay;
import com.javaonjets.database.dump.SchemaDump;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Writes the schema's file anew behind a goal that has changed a schema of development.
 *
 * @param wanted whether the user wants it at all
 * @param way how the schema is read; null for the way that suits
 */
record Dumping(Path projectFolder, boolean wanted, @Nullable String way, Log log) {

    /** The change stands, whatever becomes of its file. */
    void after(DatabaseConfig database) {
        if (!wanted || !database.environment().equals(Environment.DEVELOPMENT)) {
            return;
        }
        Path file = SchemaDump.file(projectFolder, database);
        try {
            if (SchemaDump.of(database, file, way(way)).write()) {
                log.info("schema written to " + projectFolder.relativize(file));
            }
        } catch (JetsException e) {
            log.warn("the schema was not written to " + projectFolder.relativize(file) + ": " + e.getMessage()
                    + "; what was migrated stands; -Djets.dump.after=false leaves the file as it is");
        }
    }

    static Optional<DumpWay> way(@Nullable String name) {
        return Optional.ofNullable(name).filter(text -> !text.isBlank()).map(DumpWay::fromString);
    }
}
