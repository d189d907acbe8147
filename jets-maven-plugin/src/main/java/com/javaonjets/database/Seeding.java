package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.Migrator;
import com.javaonjets.migration.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills a database from the project's seeds.
 *
 * @param names of the files below the project's folder, whether they are there or not
 */
public record Seeding(
        DatabaseConfig database, Path projectFolder, List<String> names, Map<String, String> placeholders) {

    public Seeding {
        names = List.copyOf(names);
        placeholders = Map.copyOf(placeholders);
    }

    /**
     * The seeds of a database: db/seeds.sql, then db/seeds/ENV.sql. As with its migrations, another database than the
     * primary one has its name before them: db/NAME_seeds.sql, then db/NAME_seeds/ENV.sql.
     */
    public static Seeding of(
            DatabaseConfig database, boolean primary, Path projectFolder, Map<String, String> placeholders) {
        String stem = "db/" + (primary ? "" : database.name() + "_") + "seeds";
        return new Seeding(
                database,
                projectFolder,
                List.of(stem + ".sql", stem + "/" + database.environment() + ".sql"),
                placeholders);
    }

    /**
     * Runs the files that are there, in one transaction.
     *
     * @return what was done, as a sentence
     * @throws JetsException if migrations are pending, listing them; or a statement fails
     */
    public String run(Migrator migrator) {
        List<String> there = files().toList();
        if (there.isEmpty()) {
            return "nothing to seed: there is no " + String.join(" and no ", names);
        }
        new UpToDate(database, migrator.status()).requireNothingPending("db-seed");
        int statements = Seeds.of(database, projectFolder, there)
                .withPlaceholders(placeholders)
                .run();
        return "seeded from " + String.join(" and ", there) + ": " + statements
                + (statements == 1 ? " statement" : " statements");
    }

    private Stream<String> files() {
        return names.stream().filter(name -> Files.isRegularFile(projectFolder.resolve(name)));
    }
}
