package com.javaonjets.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One database of one environment, as config/database.yml and the process environment describe it.
 *
 * @param environment the environment it belongs to
 * @param name its name there, {@code primary} unless the environment has several
 * @param jdbcUrl a {@code jdbc:} URL given by the user that host, port and database cannot express, such as one with several hosts
 * @param pool the greatest number of connections; empty where the file leaves it open
 * @param properties what goes to the driver as it is
 */
public record DatabaseConfig(
        Environment environment,
        String name,
        Adapter adapter,
        Optional<String> jdbcUrl,
        String host,
        int port,
        String database,
        Optional<String> username,
        Optional<String> password,
        Optional<String> encoding,
        Optional<Integer> pool,
        Duration connectTimeout,
        boolean replica,
        boolean databaseTasks,
        List<String> migrationsPaths,
        Optional<String> ssl,
        Optional<String> sslrootcert,
        Optional<String> serverVersion,
        Duration idleLimit,
        Duration pingAfter,
        boolean reset,
        Map<String, String> properties,
        boolean embedded,
        Optional<String> credentials) {

    public DatabaseConfig {
        migrationsPaths = List.copyOf(migrationsPaths);
        properties = Map.copyOf(properties);
    }

    /** The URL the driver takes, with host, port and database; user, password and properties travel beside it. */
    public String url() {
        return jdbcUrl.orElseGet(() -> "jdbc:" + adapter + "://" + host + ":" + port + "/" + database);
    }
}
