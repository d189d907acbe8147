package com.javaonjets.bench;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;

/** A database on a real server on this machine, reached without TLS. */
record Target(String label, Adapter adapter, int port, String database, String user, String password) {

    static Target postgresql() {
        return of("postgresql", TestServers.postgresql());
    }

    /** On the server that the environment names; else on MariaDB, which is not MySQL but speaks its protocol. */
    static Target mysql() {
        return System.getenv(TestServers.REAL_MYSQL_URL) == null
                ? of("mariadb", TestServers.mariadb())
                : of("mysql", TestServers.mysql());
    }

    private static Target of(String label, DatabaseConfig config) {
        return new Target(
                label,
                config.adapter(),
                config.port(),
                config.database(),
                config.username().orElse(""),
                config.password().orElse(""));
    }

    Target through(int otherPort) {
        return new Target(label, adapter, otherPort, database, user, password);
    }

    /** For the peers: with what they need to reach it as Jets does, and nothing that makes them slower or faster. */
    String jdbcUrl() {
        return switch (adapter) {
            case POSTGRESQL -> "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
            case MYSQL ->
                "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        };
    }

    /** As a function's environment has it. */
    String databaseUrl() {
        return adapter + "://" + user + ":" + password + "@127.0.0.1:" + port + "/" + database;
    }
}
