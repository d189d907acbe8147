package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.database.DatabaseCreation;
import com.javaonjets.database.Safeguard;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.MigrationStatus.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the test environment's databases ready for the tests: creates them, applies what is pending, and hands their
 * URLs on. An embedded test database whose migrations were edited or removed since is made anew. Its server runs until
 * Maven's process ends.
 *
 * <p>The URL of primary is in the project property {@code jets.database.url}, that of another database in
 * {@code jets.database.NAME.url}.
 */
@Mojo(name = "db-test-prepare", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true)
public final class DbTestPrepareMojo extends DatabaseMojo {

    private static final Set<State> FINE = Set.of(State.UP, State.DOWN, State.SKIPPED);

    /** Does nothing, since no test will run. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Does nothing, since no test is even compiled. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skip;

    @Override
    Environment environment() {
        return Environment.TEST;
    }

    /** The servers are not given up: the tests still to come need them, and they end with this process. */
    @Override
    void run() {
        if (!skip && !skipTests) {
            Servers servers = servers();
            for (DatabaseConfig database : databases()) {
                DatabaseConfig ready = servers.ready(database);
                announce(database, ready);
                if (database.embedded()) {
                    runDisposable(ready);
                } else {
                    Safeguard.refuseTests(ready);
                    run(ready);
                }
                url(database, ready, System.getenv())
                        .ifPresent(url -> properties().setProperty(property(database), url));
            }
        }
    }

    private void runDisposable(DatabaseConfig database) {
        if (told(() -> isOutdated(database))) {
            Safeguard.refuseAnew(database);
            DatabaseCreation.recreate(database);
        }
        told(() -> {
            run(database);
            return true;
        });
    }

    private static boolean told(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (JetsException e) {
            throw new JetsException(
                    e.getMessage() + "\n  this is the embedded test database, which is made anew when need be: correct"
                            + " the file, and run the tests again",
                    e);
        }
    }

    private boolean isOutdated(DatabaseConfig database) {
        List<MigrationStatus> outdated = migrator(database).status().stream()
                .filter(status -> !FINE.contains(status.state()))
                .toList();
        List<String> interrupted = migrator(database).interrupted();
        if (outdated.isEmpty() && interrupted.isEmpty()) {
            return false;
        }
        getLog().warn(
                        database.database()
                                + " has to be made anew: migrations that it has applied were changed or removed since, or stopped half-way:");
        interrupted.forEach(getLog()::warn);
        (outdated.isEmpty() ? List.<String>of() : StatusTable.lines(outdated)).forEach(getLog()::warn);
        return true;
    }

    @Override
    void run(DatabaseConfig database) {
        migrator(database).migrate();
    }

    /**
     * What the tests find in the variable: the embedded server, else what stands there already, with its query, since
     * they inherit it no more. Where nothing does, the file alone tells them.
     */
    static Optional<String> url(DatabaseConfig configured, DatabaseConfig ready, Map<String, String> variables) {
        return configured.embedded()
                ? Optional.of(DatabaseUrl.of(ready))
                : Optional.ofNullable(variables.get(variable(configured)));
    }

    private static String variable(DatabaseConfig database) {
        return isPrimary(database) ? "DATABASE_URL" : database.name().toUpperCase(Locale.ROOT) + "_DATABASE_URL";
    }

    private Properties properties() {
        return session().getCurrentProject().getProperties();
    }

    private static String property(DatabaseConfig database) {
        return isPrimary(database) ? "jets.database.url" : "jets.database." + database.name() + ".url";
    }

    private static boolean isPrimary(DatabaseConfig database) {
        return database.name().equals("primary");
    }
}
