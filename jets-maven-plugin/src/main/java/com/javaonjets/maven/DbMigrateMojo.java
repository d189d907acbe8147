package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.lint.LintMode;
import com.javaonjets.migration.Migrator;
import com.javaonjets.migration.PlannedMigration;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Applies the migrations of db/migrate that are pending, oldest first, those of other branches that are older than the
 * newest applied one included.
 */
@Mojo(name = "db-migrate", threadSafe = true)
public final class DbMigrateMojo extends DatabaseMojo {

    /** Prints the SQL that would run, and runs none. */
    @Parameter(property = "jets.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Marks this version and those before it as applied without running them: for a database that has their tables already. */
    @Parameter(property = "jets.baseline")
    private @Nullable String baseline;

    /**
     * What happens where a pending migration would lock or break a service that is running: {@code off} does not look,
     * {@code warn} prints what goal db-lint prints, {@code error} refuses before anything runs.
     */
    @Parameter(property = "jets.lint", defaultValue = "off")
    private String lint = "off";

    @Override
    void run(DatabaseConfig database) {
        Migrator migrator = migrator(database);
        if (dryRun) {
            migrator.plan().forEach(this::print);
            return;
        }
        Optional.ofNullable(baseline).ifPresent(migrator::baseline);
        lint(database, migrator);
        if (migrator.migrate().isEmpty()) {
            say("nothing to migrate");
        }
    }

    private void lint(DatabaseConfig database, Migrator migrator) {
        LintMode mode = LintMode.of(lint);
        if (mode != LintMode.OFF) {
            new Linting(database.adapter(), projectFolder(), getLog())
                    .look(mode, migrator.texts(), Linting.pending(migrator));
        }
    }

    private void print(PlannedMigration planned) {
        say("-- " + planned.migration().script());
        planned.sql().lines().forEach(this::say);
    }
}
