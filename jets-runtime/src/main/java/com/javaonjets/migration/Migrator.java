package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Applies, lists and takes back the migrations of one database. Whatever changes it does so under the database's
 * migration lock, which is Flyway's own. Immutable; each call opens a session for itself.
 */
public final class Migrator {

    /** The tables in which the state of migrations is kept, and which are no part of a schema. */
    public static final Set<String> TABLES = Set.of(History.NAME, Metadata.TABLE, Records.NAME);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    private final DatabaseConfig config;
    private final List<Path> folders;
    private final MigrationListener listener;
    private final Map<String, String> placeholders;
    private final Duration patience;
    private final JavaMigrations classes;

    private Migrator(
            DatabaseConfig config,
            List<Path> folders,
            MigrationListener listener,
            Map<String, String> placeholders,
            Duration patience,
            JavaMigrations classes) {
        this.config = config;
        this.folders = List.copyOf(folders);
        this.listener = listener;
        this.placeholders = Map.copyOf(placeholders);
        this.patience = patience;
        this.classes = classes;
    }

    /**
     * A migrator for a database and the folders that hold its migrations.
     *
     * @param folders read recursively; one that does not exist holds no migration
     * @throws JetsException if Flyway, or its module for the database, is not on the class path
     */
    public static Migrator of(DatabaseConfig config, List<Path> folders, MigrationListener listener) {
        FlywayPresence.check(config.adapter());
        return new Migrator(config, folders, listener, Map.of(), PATIENCE, JavaMigrations.NONE);
    }

    /** A migrator that fills in {@code ${name}} in migrations, as Flyway does. */
    public Migrator withPlaceholders(Map<String, String> values) {
        return new Migrator(config, folders, listener, values, patience, classes);
    }

    /** A migrator that waits so long, instead of 5 minutes, while another session holds the migration lock. */
    public Migrator withPatience(Duration limit) {
        return new Migrator(config, folders, listener, placeholders, limit, classes);
    }

    /**
     * A migrator that also knows the migrations written in Java, with Flyway's {@code JavaMigration}: the classes {@code
     * V<version>__<Name>} and {@code R__<Name>} in the package that bears the name of a folder of migrations, as {@code
     * db.migrate} does.
     *
     * @param loader of the application; a class that a migration needs is looked for there
     * @throws JetsException if one cannot be loaded or made
     */
    public Migrator withClasses(ClassLoader loader) {
        JavaMigrations found = JavaMigrations.in(loader, config.migrationsPaths());
        return new Migrator(config, folders, listener, placeholders, patience, found);
    }

    /**
     * Applies every pending migration, oldest version first, whether or not a newer one is applied already; then the
     * repeatable ones. The first run makes the history, and stores the environment in {@code jets_metadata}.
     *
     * @return those that were applied
     * @throws JetsException if one fails; or, before anything runs, if one that was applied has changed, one has
     *     failed half-way before, one cannot be read, or the lock is held for longer than the patience
     */
    public List<Migration> migrate() {
        return inRun(run -> Up.all(run).apply());
    }

    /**
     * Brings the database to a version, as Rails' {@code VERSION=}: if a newer one is applied, takes back all that are
     * newer; else applies what is pending up to it.
     *
     * @param version of a migration; 0 takes everything back
     * @return those that were applied or taken back, in the order in which they ran
     * @throws JetsException as {@link #migrate} and {@link #rollback}; or if no migration has the version
     */
    public List<Migration> migrateTo(String version) {
        return inRun(run -> new To(run, version(version)).move());
    }

    /**
     * What {@link #migrate} would run, in its order. Runs nothing and writes nothing.
     *
     * @throws JetsException where {@link #migrate} would stop before anything runs
     */
    public List<PlannedMigration> plan() {
        return inRun(run -> {
            Up up = Up.all(run);
            return new Plan(placeholders).of(up.migrations(), up.scripts());
        });
    }

    /**
     * What {@link #migrateTo} would run, in its order. Runs nothing and writes nothing.
     *
     * @throws JetsException where {@link #migrateTo} would stop before anything runs
     */
    public List<PlannedMigration> planTo(String version) {
        return inRun(run -> {
            To to = new To(run, version(version));
            return new Plan(placeholders).of(to.migrations(), to.scripts());
        });
    }

    /** Whether that version stands for nothing applied, so that bringing a database to it takes everything back. */
    public static boolean isNothing(String version) {
        return version(version).equals(version("0"));
    }

    /**
     * Takes back the newest applied versions, newest first, each by its U file. Repeatable migrations have no version
     * and stay.
     *
     * @param steps how many, at least 1; if fewer are applied, all of them
     * @return those that were taken back
     * @throws JetsException if one fails; or, before anything runs, if one has no U file, has failed half-way, or is
     *     the baseline
     */
    public List<Migration> rollback(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + "; expected at least 1");
        }
        return inRun(run -> Down.steps(run, steps).takeBack());
    }

    /**
     * Takes the newest applied versions back as {@link #rollback} does, and applies those again, whatever else is
     * pending.
     *
     * @param steps how many, at least 1; if fewer are applied, all of them
     * @return those that were applied again
     * @throws JetsException as {@link #rollback} and {@link #migrate}; or, before anything runs, if the file of one is
     *     missing
     */
    public List<Migration> redo(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + "; expected at least 1");
        }
        return inRun(run -> new Redo(run, steps).again());
    }

    /** Every migration, known from its file or from the history, oldest version first, the repeatable ones last. Writes nothing. */
    public List<MigrationStatus> status() {
        return inRun(run -> new Standing(run).statuses());
    }

    /**
     * Every migration's file with its statements, applied or not, oldest version first, the repeatable ones last. Asks
     * no database.
     *
     * @throws JetsException if a file cannot be read, or a placeholder has no value
     */
    public List<MigrationText> texts() {
        MigrationFiles files = MigrationFiles.in(folders);
        files.warnings().forEach(listener::warned);
        return new OfflineScripts(config.adapter(), files, placeholders).texts();
    }

    /** The newest applied version, be it the baseline. Writes nothing. */
    public Optional<String> version() {
        return inRun(run -> run.inventory().newestVersion().map(MigrationVersion::getVersion));
    }

    /**
     * Counts a version and all older ones as applied, for a database that had its tables before it had migrations.
     * Does nothing if the history begins at that version already.
     *
     * @throws JetsException if the history has rows already, or the version is not one
     */
    public void baseline(String version) {
        MigrationVersion first = version(version);
        inRun(run -> {
            new Baseline(run, first).set();
            return first;
        });
    }

    /**
     * Makes the history agree with the files: removes the rows of migrations that failed half-way, and takes over the
     * checksums of those that changed. Changes nothing but the history.
     *
     * @return what was put right, as it stood before
     */
    public List<MigrationStatus> repair() {
        return inRun(run -> new Repair(run).repair());
    }

    /**
     * What the history counts as applied, whether or not its file is there: oldest version first, the repeatable ones
     * last. Writes nothing.
     *
     * @throws JetsException if one has failed half-way
     */
    public List<AppliedMigration> applied() {
        return inRun(run -> run.history().exists() ? new HistoryRows(run.history()).read() : List.of());
    }

    /**
     * Runs a file that makes a whole schema, and counts migrations as applied that the schema is the outcome of. Stores
     * the environment too. One transaction where the database can; callers answer for the database's being empty.
     *
     * @param schema SQL in the form of a migration, its {@code ${name}} taken as they stand
     * @param applied what is to count as applied, in the order of the history
     * @throws JetsException if the history has rows already, or a statement fails: saying which, and what is in the
     *     database then
     */
    public void load(Path schema, List<AppliedMigration> applied) {
        inRun(run -> {
            new SchemaScript(run.withoutPlaceholders(), schema, applied).load();
            return applied;
        });
    }

    /**
     * What interrupted runs have left: a report for each migration, on lines, of what is done of it, what is not, and how to go
     * on. On PostgreSQL, drops the invalid indexes that an interrupted {@code CREATE INDEX CONCURRENTLY} of a pending
     * migration has left, and says so.
     */
    public List<String> interrupted() {
        return inRun(run -> new Repair(run).interrupted());
    }

    /**
     * Answers what an interrupted migration asks before it can go on.
     *
     * @return a sentence that says what was taken note of
     * @throws JetsException if nothing is asked, or the answer does not fit
     */
    public String answer(Answer answer) {
        return inRun(run -> new Repair(run).answer(answer));
    }

    /** @throws JetsException if it is none */
    static MigrationVersion version(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new JetsException(
                    "'" + version + "' is not a version; expected digits, such as 20260102030405 or 1.2");
        }
        return MigrationVersion.fromVersion(version);
    }

    private <T> T inRun(Work<T> work) {
        Dialect dialect = Dialect.of(config.adapter());
        MigrationFiles files = MigrationFiles.in(folders);
        files.warnings().forEach(listener::warned);
        classes.refuseTwins(files);
        try (Session session = Session.open(DirectDataSource.of(config.withDefaults(dialect.sparing())), dialect)) {
            if (classes.migrations().isEmpty()) {
                session.take(dialect.shortcuts());
            }
            FlywayEngine engine = new FlywayEngine(session, dialect, files, placeholders, classes.migrations());
            return work.on(new Run(config, History.of(session, dialect), files, engine, listener, patience));
        } catch (SQLException e) {
            throw new JetsException(
                    "the database stopped the work on its migrations: " + ServerWords.of(e)
                            + "; see by mvn jets:db-status what was applied",
                    e);
        }
    }

    private interface Work<T> {

        T on(Run run) throws SQLException;
    }
}
