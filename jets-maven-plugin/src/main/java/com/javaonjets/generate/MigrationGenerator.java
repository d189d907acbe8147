package com.javaonjets.generate;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.schema.MigrationName;
import com.javaonjets.schema.MigrationScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Writes a migration as a pair of SQL files, {@code V<version>__<name>.sql} and {@code U<version>__<name>.sql}.
 *
 * <p>Safe for use by several threads and processes at once: they take turns at a folder.
 */
public final class MigrationGenerator {

    private final Adapter adapter;
    private final Path folder;
    private final Clock clock;

    private MigrationGenerator(Adapter adapter, Path folder, Clock clock) {
        this.adapter = adapter;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A generator for one database.
     *
     * @param folder where its migrations lie, such as {@code db/migrate}; made when first needed
     * @param clock what versions are taken from, in UTC to the second
     */
    public static MigrationGenerator of(Adapter adapter, Path folder, Clock clock) {
        return new MigrationGenerator(adapter, folder, clock);
    }

    /**
     * Writes the migration that a name and fields mean.
     *
     * @param name in CamelCase or snake_case, such as {@code create_posts} or {@code AddTitleToPosts}
     * @param fields parted by blanks, such as {@code title:string{80}:uniq author:references}; may be blank
     * @throws JetsException if name or fields mean nothing, or a migration of that name is there; then no file is
     *     written
     */
    public GeneratedMigration generate(String name, String fields) {
        MigrationName migration = MigrationName.of(name);
        MigrationScript script = MigrationScript.of(adapter, migration, fields);
        MigrationFolder migrations = new MigrationFolder(folder);
        try {
            return migrations.write(migration, script, clock.instant());
        } catch (IOException | UncheckedIOException e) {
            throw new JetsException(
                    "cannot write the migration '" + migration.value() + "' into " + folder + ": "
                            + e.getClass().getSimpleName() + " " + e.getMessage() + "; check that one may write there",
                    e);
        }
    }
}
