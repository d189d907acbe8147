package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.generate.GeneratedMigration;
import com.javaonjets.generate.MigrationGenerator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a migration and its way back to db/migrate, as Rails' generator understands the name and the fields.
 *
 * <p>Names: create_posts, add_author_to_posts, remove_body_from_posts, create_join_table_authors_posts; any other
 * name gives two files to write in. Fields: "title:string{80}:uniq body:text! author:references price:decimal{10,2}".
 */
@Mojo(name = "db-generate", threadSafe = true)
public final class DbGenerateMojo extends DatabaseMojo {

    /** The migration's name, such as create_posts. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** The columns, name:type or name:type:index, separated by blanks. */
    @Parameter(property = "fields", defaultValue = "")
    private @Nullable String fields;

    /** Needs no server: the adapter alone says which SQL to write. */
    @Override
    void run() {
        refuseMisnomers();
        run(theDatabase());
    }

    @Override
    Map<String, String> misnomers() {
        return Map.of("field", "fields", "column", "fields", "columns", "fields");
    }

    @Override
    void run(DatabaseConfig database) {
        if (name == null || name.isBlank()) {
            throw new JetsException("no name; expected one such as -Dname=create_posts");
        }
        Path folder = migrationFolders(database).get(0);
        GeneratedMigration migration = MigrationGenerator.of(database.adapter(), folder, Clock.systemUTC())
                .generate(name, Objects.requireNonNullElse(fields, ""));
        Stream.of(migration.up(), migration.down()).forEach(this::announce);
        migration.notes().forEach(getLog()::warn);
    }

    private void announce(Path file) {
        say("create  " + projectFolder().relativize(file));
    }
}
