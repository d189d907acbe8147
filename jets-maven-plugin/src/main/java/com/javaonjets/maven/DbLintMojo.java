package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.lint.LintMode;
import com.javaonjets.migration.MigrationText;
import com.javaonjets.migration.Migrator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Warns of what locks or breaks a service that is running in the pending migrations, and prints a safe way round it.
 * Changes nothing. A statement after a comment {@code -- jets:safe REASON} is left alone.
 */
@Mojo(name = "db-lint", threadSafe = true)
public final class DbLintMojo extends DatabaseMojo {

    /** What a finding does: {@code warn} prints it, {@code error} fails the build as well. */
    @Parameter(property = "jets.lint", defaultValue = "warn")
    private String lint = "warn";

    /**
     * Looks at the migrations that are newer than this version, applied or not, and at the repeatable ones, and asks no
     * database which are pending; 0 looks at all of them.
     */
    @Parameter(property = "jets.since")
    private @Nullable String since;

    @Override
    DatabaseConfig prepared(DatabaseConfig database, Servers servers) {
        return since == null ? super.prepared(database, servers) : database;
    }

    @Override
    void run(DatabaseConfig database) {
        Migrator migrator = migrator(database);
        Predicate<MigrationText> chosen = chosen(migrator);
        List<MigrationText> texts = migrator.texts();
        new Linting(database.adapter(), projectFolder(), getLog()).look(LintMode.of(lint), texts, chosen);
        long count = texts.stream().filter(chosen).count();
        say(count == 0 ? "no migration to check" : "checked " + count + (count == 1 ? " migration" : " migrations"));
    }

    private Predicate<MigrationText> chosen(Migrator migrator) {
        if (since != null) {
            String version = since;
            return text -> text.isNewerThan(version);
        }
        try {
            return Linting.pending(migrator);
        } catch (JetsException e) {
            getLog().warn("all migrations are checked, since the database did not tell which are pending: "
                    + e.getMessage() + "; -Djets.since=VERSION checks the newer ones, and asks no database");
            return text -> true;
        }
    }
}
