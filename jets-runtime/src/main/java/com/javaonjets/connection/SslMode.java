package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;

/** The key {@code ssl} of config/database.yml in the drivers' words. */
enum SslMode {
    DISABLE("disable", "DISABLED"),
    PREFER("prefer", "PREFERRED"),
    REQUIRE("require", "REQUIRED"),
    VERIFY_FULL("verify-full", "VERIFY_IDENTITY");

    private final String postgresql;
    private final String mysql;

    SslMode(String postgresql, String mysql) {
        this.postgresql = postgresql;
        this.mysql = mysql;
    }

    /**
     * The mode that a database asks for, else the one that suits it: verified where a certificate is given to verify
     * by, without TLS on this machine.
     *
     * @throws JetsException if there is no mode of that name
     */
    static SslMode of(DatabaseConfig config) {
        return config.ssl().isPresent() ? named(config.ssl().get(), config) : suiting(config);
    }

    private static SslMode suiting(DatabaseConfig config) {
        if (config.sslrootcert().isPresent()) {
            return VERIFY_FULL;
        }
        return config.loopback() ? DISABLE : PREFER;
    }

    private static SslMode named(String name, DatabaseConfig config) {
        for (SslMode mode : values()) {
            if (mode.postgresql.equals(name)) {
                return mode;
            }
        }
        throw new JetsException("unknown ssl '" + name + "' in config/database.yml, " + config.environment()
                + "; expected disable, prefer, require or verify-full");
    }

    String postgresql() {
        return postgresql;
    }

    String mysql() {
        return mysql;
    }
}
