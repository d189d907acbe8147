package com.javaonjets.migration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Flyway, set up for one session and the files given to it. */
final class FlywayEngine {

    private final Session session;
    private final Dialect dialect;
    private final MigrationFiles files;
    private final Map<String, String> placeholders;
    private final List<JavaMigration> classes;
    private final boolean placeholderReplacement;
    private final FlywayScripts scripts = new FlywayScripts();

    FlywayEngine(
            Session session,
            Dialect dialect,
            MigrationFiles files,
            Map<String, String> placeholders,
            List<JavaMigration> classes) {
        this(session, dialect, files, placeholders, classes, true);
    }

    private FlywayEngine(
            Session session,
            Dialect dialect,
            MigrationFiles files,
            Map<String, String> placeholders,
            List<JavaMigration> classes,
            boolean placeholderReplacement) {
        this.session = session;
        this.dialect = dialect;
        this.files = files;
        this.placeholders = placeholders;
        this.classes = classes;
        this.placeholderReplacement = placeholderReplacement;
    }

    /** An engine that takes <code>${name}</code> in a file as it stands. */
    FlywayEngine withoutPlaceholders() {
        return new FlywayEngine(session, dialect, files, Map.of(), classes, false);
    }

    /** An engine to which migrations are unknown. */
    FlywayEngine without(Set<String> scripts) {
        List<JavaMigration> fewer = classes.stream()
                .filter(one -> !scripts.contains(one.getClass().getName()))
                .toList();
        return new FlywayEngine(session, dialect, files.without(scripts), placeholders, fewer);
    }

    /** An engine to which these scripts alone are known. */
    FlywayEngine only(List<Script> scripts) {
        List<MigrationFile> few = scripts.stream().map(Script::file).toList();
        return new FlywayEngine(
                session, dialect, MigrationFiles.of(few), placeholders, List.of(), placeholderReplacement);
    }

    /** Every migration as files and history have it. Writes nothing, and runs no callback. */
    List<MigrationInfo> infos() {
        return List.of(
                configuration(files).skipDefaultCallbacks(true).load().info().all());
    }

    /** Readable once {@link #infos} has been called. */
    FlywayScripts scripts() {
        return scripts;
    }

    /** Whether there are migrations in Java. */
    boolean knowsClasses() {
        return !classes.isEmpty();
    }

    /** Applies what is pending up to a version. */
    void migrate(MigrationVersion target, Callback... callbacks) {
        configuration(files).target(target).callbacks(callbacks).load().migrate();
    }

    /**
     * Makes the history, with no row in it, whatever else the database holds. Flyway's own way for a database with
     * tables writes a baseline row, which would hide a {@code V0}.
     */
    void createHistory() {
        MigrationFiles none = new MigrationFiles(Map.of(), List.of());
        configuration(none)
                .javaMigrations()
                .skipExecutingMigrations(true)
                .load()
                .migrate();
    }

    /** Makes the history with a row that counts the version and all older ones as applied. */
    void baseline(MigrationVersion version) {
        configuration(files).baselineVersion(version).load().baseline();
    }

    /** Removes failed rows and takes the files' checksums over; rows whose file is missing stay. */
    void repair() {
        configuration(files)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load()
                .repair();
    }

    private FluentConfiguration configuration(MigrationFiles found) {
        FluentConfiguration configuration = Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(session)
                .loggers(FlywayLog.class.getName())
                .resourceProvider(new FileResources(found))
                .javaMigrationClassProvider(List::of)
                .javaMigrations(classes.toArray(JavaMigration[]::new))
                .resolvers(scripts)
                .placeholders(placeholders)
                .placeholderReplacement(placeholderReplacement)
                .table(History.NAME)
                .createSchemas(false)
                .validateOnMigrate(false)
                .outOfOrder(true)
                .mixed(true);
        dialect.configure(configuration);
        return configuration;
    }
}
