package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.dump.SchemaDump;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the schema of the database into db/schema.sql, or db/NAME_schema.sql for one of several databases: the same
 * bytes for the same schema, with the migrations that have led to it.
 */
@Mojo(name = "db-schema-dump", threadSafe = true)
public final class DbSchemaDumpMojo extends DatabaseMojo {

    /**
     * How the schema is read: {@code program} by pg_dump, mysqldump or mariadb-dump, {@code queries} without one. Left
     * out, it is the way that the file was written in before, where that is possible; else the program, where it is on the
     * PATH and not older than the server; else queries.
     */
    @Parameter(property = "jets.dump")
    private @Nullable String dump;

    @Override
    void run(DatabaseConfig database) {
        Path file = SchemaDump.file(projectFolder(), database);
        boolean changed = SchemaDump.of(database, file, Dumping.way(dump)).write();
        String name = projectFolder().relativize(file).toString();
        say(changed ? "schema written to " + name : name + " holds the schema already");
    }
}
