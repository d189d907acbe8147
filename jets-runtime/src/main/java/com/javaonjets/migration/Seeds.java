package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * Files of SQL that fill a database with its first rows. They are read as migrations are, placeholders and {@code COPY}
 * included. Immutable; each call opens a session for itself.
 */
public final class Seeds {

    private final DatabaseConfig config;
    private final MigrationFiles files;
    private final Map<String, String> placeholders;

    private Seeds(DatabaseConfig config, MigrationFiles files, Map<String, String> placeholders) {
        this.config = config;
        this.files = files;
        this.placeholders = Map.copyOf(placeholders);
    }

    /**
     * The seeds of a database.
     *
     * @param names of the files below the project's folder, in the order in which they run
     * @throws JetsException if Flyway, whose parser reads them, or its module for the database is not on the class path
     */
    public static Seeds of(DatabaseConfig config, Path projectFolder, List<String> names) {
        FlywayPresence.check(config.adapter());
        Map<String, MigrationFile> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(
                    name,
                    new MigrationFile(
                            MigrationFile.Kind.SCRIPT, Optional.empty(), "", name, projectFolder.resolve(name)));
        }
        files.values().forEach(FileSettings::check);
        return new Seeds(config, new MigrationFiles(files, List.of()), Map.of());
    }

    /** Seeds with {@code ${name}} filled in, as in migrations. */
    public Seeds withPlaceholders(Map<String, String> values) {
        return new Seeds(config, files, values);
    }

    /**
     * Runs the files in one transaction.
     *
     * @return how many statements they had
     * @throws JetsException if one cannot be read, before anything runs; or if a statement fails, with what was kept
     */
    public int run() {
        Dialect dialect = Dialect.of(config.adapter());
        try (Session session = Session.open(DirectDataSource.of(config.withDefaults(dialect.batching())), dialect)) {
            FlywayEngine engine = new FlywayEngine(session, dialect, files, placeholders, List.of());
            engine.infos();
            return new SeedRun(session, dialect, engine.scripts())
                    .run(files.files().values());
        } catch (FlywayException e) {
            throw Rewording.of(e, files);
        } catch (SQLException e) {
            throw new JetsException(
                    "the database stopped the work on its seeds: " + ServerWords.of(e)
                            + "; see in the database what was done, then run mvn jets:db-seed again",
                    e);
        }
    }
}
