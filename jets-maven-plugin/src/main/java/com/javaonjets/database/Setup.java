package com.javaonjets.database;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.dump.SchemaLoad;
import com.javaonjets.migration.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a database from nothing to ready for work.
 *
 * @param schema its schema's file, whether or not there is one
 * @param seeding its seeds; empty for a database that gets none, such as that of tests
 * @param out hears a sentence for each thing done
 */
public record Setup(
        DatabaseConfig database, Migrator migrator, Path schema, Optional<Seeding> seeding, Consumer<String> out) {

    /** Creates the database if it is missing, gives it its tables, and runs its seeds, as Rails' {@code db:setup}. */
    public void setUp() {
        create();
        build();
        seed();
    }

    /**
     * As {@link #setUp}, but for a database that is in use already migrates it alone, as Rails' {@code db:prepare}. Of
     * several runs at once, the one that applies the migrations runs the seeds.
     */
    public void prepare() {
        boolean isNew = create() || DatabaseCreation.isEmpty(database);
        boolean built = build();
        if (isNew && built) {
            seed();
        }
    }

    private boolean create() {
        boolean created = DatabaseCreation.createIfMissing(database);
        out.accept(created ? "created" : "exists already");
        return created;
    }

    /**
     * Gives the database its tables: an empty one from the schema's file, as in Rails, and then what is newer than that from
     * its migrations.
     *
     * @return whether there was something to do
     */
    private boolean build() {
        boolean loaded = Files.isRegularFile(schema) && DatabaseCreation.isEmpty(database);
        if (loaded) {
            SchemaLoad.of(database, schema).load();
            out.accept("schema loaded from db/" + schema.getFileName());
        }
        boolean migrated = !migrator.migrate().isEmpty();
        if (!migrated && !loaded) {
            out.accept("nothing to migrate");
        }
        return loaded || migrated;
    }

    private void seed() {
        seeding.ifPresent(seeds -> out.accept(seeds.run(migrator)));
    }
}
