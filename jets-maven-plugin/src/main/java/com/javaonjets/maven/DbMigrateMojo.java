package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.Safeguard;
import com.javaonjets.lint.LintMode;
import com.javaonjets.migration.Migration;
import com.javaonjets.migration.Migrator;
import com.javaonjets.migration.PlannedMigration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Applies the migrations of db/migrate that are pending, oldest first, those of other branches that are older than the
 * newest applied one included; or brings the database to a version, up or down.
 */
@Mojo(name = "db-migrate", threadSafe = true)
public final class DbMigrateMojo extends DumpingMojo {

    /**
     * The version to bring the database to: where a newer one is applied, all that are newer are taken back by their U
     * files, else what is pending up to it is applied. 0 takes everything back, and is refused for a database of
     * production. Of several databases, -Ddb says which one has the version.
     */
    @Parameter(property = "to")
    private @Nullable String to;

    /** The name of a database that -Dto=0 is to empty although it is of production or of another environment, or does not say. */
    @Parameter(property = "jets.force")
    private @Nullable String force;

    /** Prints the SQL that would run, and runs none. */
    @Parameter(property = "jets.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Marks this version and those before it as applied without running them: for a database that has their tables already.
     * Of several databases, -Ddb says which one.
     */
    @Parameter(property = "jets.baseline")
    private @Nullable String baseline;

    /**
     * What happens where a pending migration would lock or break a service that is running: {@code off} does not look,
     * {@code warn} prints what goal db-lint prints, {@code error} refuses before anything runs.
     */
    @Parameter(property = "jets.lint", defaultValue = "off")
    private String lint = "off";

    @Override
    Map<String, String> misnomers() {
        return Map.of("VERSION", "to=VERSION", "STEP", "to=VERSION", "step", "to=VERSION");
    }

    @Override
    void checkParameters() {
        LintMode.of(lint);
    }

    @Override
    void check(List<DatabaseConfig> databases) {
        if (baseline != null) {
            refuseSeveral(databases, "-Djets.baseline=" + baseline + " is a version of one database");
        }
        if (to == null) {
            return;
        }
        if (Migrator.isNothing(to)) {
            checkUnlessDry(databases);
        } else {
            refuseSeveral(databases, "-Dto=" + to + " is a version of one database");
        }
    }

    private void checkUnlessDry(List<DatabaseConfig> databases) {
        if (!dryRun) {
            databases.forEach(new Safeguard(Optional.ofNullable(force))::check);
        }
    }

    @Override
    void run(DatabaseConfig database) {
        Migrator migrator = migrator(database);
        if (dryRun) {
            plan(migrator).forEach(this::print);
            return;
        }
        Optional.ofNullable(baseline).ifPresent(migrator::baseline);
        lint(database, migrator);
        if (migrate(migrator).isEmpty()) {
            say("nothing to migrate");
        }
        dumpAfterwards(database);
    }

    private List<PlannedMigration> plan(Migrator migrator) {
        return to == null ? migrator.plan() : migrator.planTo(to);
    }

    private List<Migration> migrate(Migrator migrator) {
        return to == null ? migrator.migrate() : migrator.migrateTo(to);
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
