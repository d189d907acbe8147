package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The databases of one environment.
 *
 * @param databases in the order of the file; at least one
 * @param warnings sentences for the user, such as a misspelt key
 */
public record Configuration(Environment environment, List<DatabaseConfig> databases, List<String> warnings) {

    public Configuration {
        databases = List.copyOf(databases);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads config/database.yml below a project's folder.
     *
     * @param variables the process environment, as of {@link System#getenv()}
     * @throws JetsException if the file is missing, malformed, or does not describe the environment
     */
    public static Configuration read(Path projectFolder, Environment environment, Map<String, String> variables) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads config/database.yml from the class path, else below the working folder.
     *
     * @throws JetsException as {@link #read}
     */
    public static Configuration find(Environment environment, Map<String, String> variables) {
        throw new UnsupportedOperationException();
    }

    /** The database named {@code primary}, else the first. */
    public DatabaseConfig primary() {
        throw new UnsupportedOperationException();
    }

    /**
     * The database of that name.
     *
     * @throws JetsException if the environment has none of that name, listing those it has
     */
    public DatabaseConfig database(String name) {
        throw new UnsupportedOperationException();
    }
}
