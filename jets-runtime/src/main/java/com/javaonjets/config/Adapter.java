package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.Locale;
import java.util.Optional;

/** The kind of database that an environment of config/database.yml names by its key {@code adapter}. */
public enum Adapter {
    MYSQL(3306),
    POSTGRESQL(5432);

    static final String SUPPORTED = "supported: mysql, postgresql";

    private final int defaultPort;

    Adapter(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /**
     * The adapter of that name or of one of its aliases in Rails.
     *
     * @throws JetsException if no adapter bears the name
     */
    public static Adapter fromString(String name) {
        return named(name).orElseThrow(() -> new JetsException("unknown adapter '" + name + "'; " + SUPPORTED));
    }

    static Optional<Adapter> named(String name) {
        return switch (name) {
            case "mysql", "mysql2", "trilogy" -> Optional.of(MYSQL);
            case "postgresql", "postgres", "postgis" -> Optional.of(POSTGRESQL);
            default -> Optional.empty();
        };
    }

    /** The TCP port that servers of this kind listen on unless told otherwise. */
    public int defaultPort() {
        return defaultPort;
    }

    /** The name as it stands in config/database.yml. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
