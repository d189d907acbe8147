package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import org.jspecify.annotations.Nullable;

/** How a connection is encrypted, in the drivers' words: the key {@code ssl} of config/database.yml, and what it leaves open. */
enum SslMode {
    DISABLE("disable", "DISABLED"),
    PREFER("prefer", "PREFERRED"),
    REQUIRE("require", "REQUIRED"),

    /** As libpq takes {@code require} beside a certificate. */
    VERIFY_CA("verify-ca", "VERIFY_CA"),
    VERIFY_FULL("verify-full", "VERIFY_IDENTITY");

    private final String postgresql;
    private final String mysql;

    SslMode(String postgresql, String mysql) {
        this.postgresql = postgresql;
        this.mysql = mysql;
    }

    /**
     * The mode that a database asks for, of the driver or by {@code ssl}, else the one that suits it: verified where there
     * is a certificate to verify by, without TLS on this machine.
     *
     * @throws JetsException if there is no mode of that name
     */
    static SslMode of(DatabaseConfig config) {
        boolean words = !config.properties().isEmpty() || config.jdbcUrl().isPresent();
        SslMode asked = words ? DriverWords.sslMode(config) : null;
        if (asked != null) {
            return asked;
        }
        boolean certified = config.sslrootcert().isPresent() || (words && DriverWords.trust(config));
        if (config.ssl().isEmpty()) {
            return certified ? VERIFY_FULL : suiting(config);
        }
        SslMode mode = named(config.ssl().get(), config);
        return mode == REQUIRE && certified ? VERIFY_CA : mode;
    }

    private static SslMode suiting(DatabaseConfig config) {
        if (config.loopback()) {
            return DISABLE;
        }
        RdsHost rds = RdsHost.of(config.host());
        if (rds == null) {
            return PREFER;
        }
        return rds.bundle() == null ? REQUIRE : VERIFY_FULL;
    }

    private static SslMode named(String name, DatabaseConfig config) {
        SslMode mode = inDriversWords(name);
        if (mode == null || !mode.postgresql.equals(name)) {
            throw new JetsException("unknown ssl '" + name + "' in config/database.yml, " + config.environment()
                    + "; expected disable, prefer, require or verify-full");
        }
        return mode;
    }

    /** {@return the mode that a driver calls so, if one does} */
    static @Nullable SslMode inDriversWords(String name) {
        for (SslMode mode : values()) {
            if (mode.postgresql.equalsIgnoreCase(name) || mode.mysql.equalsIgnoreCase(name)) {
                return mode;
            }
        }
        return null;
    }

    /** Whether a server without TLS is refused. */
    boolean requires() {
        return compareTo(REQUIRE) >= 0;
    }

    /** Whether the server's certificate is looked at. */
    boolean verifies() {
        return compareTo(VERIFY_CA) >= 0;
    }

    String postgresql() {
        return postgresql;
    }

    String mysql() {
        return mysql;
    }
}
