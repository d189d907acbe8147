package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.Safeguard;
import com.javaonjets.database.dump.SchemaDump;
import com.javaonjets.database.dump.SchemaLoad;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schema of db/schema.sql in an empty database, and counts its migrations as applied. A database that holds
 * tables is refused.
 */
@Mojo(name = "db-schema-load", threadSafe = true)
public final class DbSchemaLoadMojo extends DatabaseMojo {

    /**
     * The name of a database that is to get the schema although it is of production or of another environment, or is on
     * another machine and does not say which environment it is of.
     */
    @Parameter(property = "jets.force")
    private @Nullable String force;

    @Override
    void check(List<DatabaseConfig> databases) {
        databases.forEach(new Safeguard(Optional.ofNullable(force))::check);
    }

    @Override
    void run(DatabaseConfig database) {
        Path file = SchemaDump.file(projectFolder(), database);
        int applied = SchemaLoad.of(database, file).load();
        say("schema loaded from " + projectFolder().relativize(file) + "; migrations that count as applied: "
                + applied);
    }
}
