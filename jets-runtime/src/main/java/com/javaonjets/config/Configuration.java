package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The databases of one environment. To read one opens no connection and loads no driver.
 *
 * @param databases in the order of the file; at least one
 * @param warnings sentences for the user, such as a misspelt key
 */
public record Configuration(Environment environment, List<DatabaseConfig> databases, List<String> warnings) {

    public Configuration {
        if (databases.isEmpty()) {
            throw new IllegalArgumentException("no databases");
        }
        databases = List.copyOf(databases);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads config/database.yml below a project's folder. Without the file, or a section for the environment in it,
     * DATABASE_URL alone will do, as in Rails.
     *
     * @param variables the process environment, as of {@link System#getenv()}
     * @throws JetsException if the file is missing, malformed, or does not describe the environment
     */
    public static Configuration read(Path projectFolder, Environment environment, Map<String, String> variables) {
        return ProjectFile.read(projectFolder, environment, variables);
    }

    /** Whether config/database.yml below a project's folder has a section for the environment. */
    public static boolean describes(Path projectFolder, Environment environment) {
        return ProjectFile.describes(projectFolder, environment);
    }

    /**
     * Reads config/database.yml from the class path, else below the working folder. On the class path, what
     * {@link ConfigurationCompiler} made of it is read in its place.
     *
     * @throws JetsException as {@link #read}
     */
    public static Configuration find(Environment environment, Map<String, String> variables) {
        ParsedFile file = ClassPathFile.find();
        Optional<Configuration> found = read(file == null ? ProjectFile.in(Path.of("")) : file, environment, variables);
        if (found.isEmpty()) {
            throw new JetsException("no " + ConfigFile.NAME + " on the class path or in "
                    + Path.of("").toAbsolutePath() + "; " + advice(environment));
        }
        return found.get();
    }

    static Optional<Configuration> read(
            @Nullable ParsedFile file, Environment environment, Map<String, String> variables) {
        ConfigurationReader reader = new ConfigurationReader(environment, variables);
        return file == null ? reader.fromVariables() : Optional.of(reader.read(file));
    }

    static String advice(Environment environment) {
        return "write one with a section '" + environment
                + ":' that has the keys adapter and database, or set DATABASE_URL";
    }

    /** The database named {@code primary}, else the first. */
    public DatabaseConfig primary() {
        Optional<DatabaseConfig> named = named("primary");
        return named.isPresent() ? named.get() : databases.get(0);
    }

    /**
     * The database of that name.
     *
     * @throws JetsException if the environment has none of that name, listing those it has
     */
    public DatabaseConfig database(String name) {
        Optional<DatabaseConfig> named = named(name);
        if (named.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (DatabaseConfig database : databases) {
                names.add(database.name());
            }
            throw new JetsException("no database '" + name + "' in " + ConfigFile.NAME + ", " + environment
                    + "; it has " + String.join(", ", names));
        }
        return named.get();
    }

    private Optional<DatabaseConfig> named(String name) {
        for (DatabaseConfig database : databases) {
            if (database.name().equals(name)) {
                return Optional.of(database);
            }
        }
        return Optional.empty();
    }
}
