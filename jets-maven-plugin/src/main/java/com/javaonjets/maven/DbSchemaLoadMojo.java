package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.dump.SchemaDump;
import com.javaonjets.database.dump.SchemaLoad;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the schema of db/schema.sql in an empty database, and counts its migrations as applied. A database that holds
 * tables is refused.
 */
@Mojo(name = "db-schema-load", threadSafe = true)
public final class DbSchemaLoadMojo extends DestructiveMojo {

    @Override
    void run(DatabaseConfig database) {
        Path file = SchemaDump.file(projectFolder(), database);
        int applied = SchemaLoad.of(database, file).load();
        say("schema loaded from " + projectFolder().relativize(file) + "; migrations that count as applied: "
                + applied);
    }
}
