package com.javaonjets.bench;

import com.javaonjets.bench.start.DriverStart;
import com.javaonjets.bench.start.HikariStart;
import com.javaonjets.bench.start.JetsStart;
import java.util.List;
import java.util.Map;

/** What is compared. Each reaches the same server by the same driver. */
enum Contestant {
    DRIVER("driver alone", DriverStart.class),
    HIKARICP("HikariCP", HikariStart.class, "HikariCP", "slf4j-api", "slf4j-simple"),
    JETS("Jets", JetsStart.class, "jets-runtime", "HikariCP", "snakeyaml", "slf4j-api", "slf4j-simple");

    private final String label;
    private final Class<?> program;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> libraries;

    Contestant(String label, Class<?> program, String... libraries) {
        this.label = label;
        this.program = program;
        this.libraries = List.of(libraries);
    }

    String label() {
        return label;
    }

    /** Has a main method, and ends with its first row. */
    Class<?> program() {
        return program;
    }

    /** The artifacts that it needs beside the driver. */
    List<String> libraries() {
        return libraries;
    }

    /** What the process environment tells, as it does a function. */
    Map<String, String> variables(Target target) {
        return this == JETS
                ? Map.of("JETS_ENV", "production", "DATABASE_URL", target.databaseUrl())
                : Map.of("JDBC_URL", target.jdbcUrl(), "DB_USER", target.user(), "DB_PASSWORD", target.password());
    }
}
