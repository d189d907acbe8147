package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.Driver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** pgjdbc. */
final class PostgresqlProfile implements DriverProfile {

    @Override
    public Driver driver() {
        return new org.postgresql.Driver();
    }

    @Override
    public String coordinates() {
        return "org.postgresql:postgresql";
    }

    @Override
    public String maintenanceDatabase() {
        return "postgres";
    }

    @Override
    public Map<String, String> essentials(DatabaseConfig config) {
        String limit = Long.toString(wholeSeconds(config.connectTimeout()));
        Map<String, String> essentials = new HashMap<>();
        essentials.put("connectTimeout", limit);
        essentials.put(readTimeout(), limit);
        essentials.put("tcpKeepAlive", "true");
        essentials.put("sslmode", SslMode.of(config).postgresql());
        config.sslrootcert().ifPresent(file -> essentials.put("sslrootcert", file));
        return essentials;
    }

    @Override
    public Map<String, String> shortcuts() {
        // From 9.0 on the application's name travels in the startup packet, not in a SET after it.
        return Map.of("assumeMinServerVersion", "9.0");
    }

    @Override
    public Map<String, String> sockets(String ticket) {
        return Map.of("socketFactory", PostgresqlSocketFactory.class.getName(), "socketFactoryArg", ticket);
    }

    @Override
    public DriverSession session(Connection connection, String ticket) {
        return new PostgresqlSession(connection, PostgresqlSocketFactory.collect(ticket));
    }

    @Override
    public void forget(String ticket) {
        PostgresqlSocketFactory.collect(ticket);
    }

    @Override
    public String readTimeout() {
        return "socketTimeout";
    }

    /** pgjdbc counts in seconds and takes 0 for ever. */
    private static long wholeSeconds(Duration limit) {
        return Math.max(1, limit.plusMillis(999).toSeconds());
    }
}
