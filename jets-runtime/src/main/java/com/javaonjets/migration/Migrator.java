package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Applies, lists and takes back the migrations of one database. Each call takes the database's migration lock for as long as it changes anything. */
public final class Migrator {

    private Migrator() {}

    /**
     * A migrator for a database and the folders that hold its migrations.
     *
     * @param folders read recursively; one that does not exist holds no migration
     */
    public static Migrator of(DatabaseConfig config, List<Path> folders, MigrationListener listener) {
        throw new UnsupportedOperationException(config.name() + folders + listener);
    }

    /**
     * Applies every pending migration, oldest first.
     *
     * @return those that were applied
     * @throws JetsException if one fails, or one that was applied has changed
     */
    public List<Migration> migrate() {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes back the newest applied migrations, newest first, each by its U file.
     *
     * @throws JetsException if one has no U file, before anything runs; or if one fails
     */
    public List<Migration> rollback(int steps) {
        throw new UnsupportedOperationException(Integer.toString(steps));
    }

    /** Every migration, known from its file or from the history, oldest first. */
    public List<MigrationStatus> status() {
        throw new UnsupportedOperationException();
    }

    /** The newest applied version. */
    public Optional<String> version() {
        throw new UnsupportedOperationException();
    }
}
