package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user tells the driver of TLS in the driver's own words, under {@code properties} or in the URL: it wins. */
final class DriverWords {

    private DriverWords() {}

    /** {@return the mode that the driver would take from its own properties, if one is asked for} */
    static @Nullable SslMode sslMode(DatabaseConfig config) {
        return config.adapter() == Adapter.POSTGRESQL ? postgresql(config) : mysql(config);
    }

    private static @Nullable SslMode postgresql(DatabaseConfig config) {
        String mode = value(config, "sslmode");
        if (mode != null) {
            return known(mode);
        }
        String ssl = value(config, "ssl");
        if (ssl == null) {
            return null;
        }
        return ssl.isEmpty() || ssl.equalsIgnoreCase("true") ? SslMode.VERIFY_FULL : SslMode.PREFER;
    }

    /** The old names count for the driver where the new one is missing. */
    private static @Nullable SslMode mysql(DatabaseConfig config) {
        String mode = value(config, "sslMode");
        if (mode != null) {
            return known(mode);
        }
        if (is(config, "useSSL", "false")) {
            return SslMode.DISABLE;
        }
        if (is(config, "verifyServerCertificate", "true")) {
            return SslMode.VERIFY_CA;
        }
        if (is(config, "requireSSL", "true")) {
            return SslMode.REQUIRE;
        }
        return is(config, "useSSL", "true") ? SslMode.PREFER : null;
    }

    /** The driver says itself what is wrong with a mode that it does not know; pgjdbc's {@code allow} is near enough. */
    private static SslMode known(String name) {
        SslMode mode = SslMode.inDriversWords(name);
        return mode == null ? SslMode.PREFER : mode;
    }

    /** {@return whether the driver is told by whom a server's certificate may be signed} */
    static boolean trust(DatabaseConfig config) {
        String property = config.adapter() == Adapter.POSTGRESQL ? "sslrootcert" : "trustCertificateKeyStoreUrl";
        return value(config, property) != null;
    }

    private static boolean is(DatabaseConfig config, String property, String expected) {
        String value = value(config, property);
        return value != null && expected.equalsIgnoreCase(value);
    }

    /** {@return what a property is set to, in whatever case its name is written; the URL wins, as for the drivers} */
    static @Nullable String value(DatabaseConfig config, String property) {
        String inUrl = inUrl(config.jdbcUrl().orElse(""), property);
        if (inUrl != null) {
            return inUrl;
        }
        for (Map.Entry<String, String> entry : config.properties().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(property)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static @Nullable String inUrl(String url, String property) {
        int begin = url.indexOf('?');
        while (begin >= 0) {
            int end = url.indexOf('&', begin + 1);
            String parameter = end < 0 ? url.substring(begin + 1) : url.substring(begin + 1, end);
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.equalsIgnoreCase(property)) {
                return equals < 0 ? "" : parameter.substring(equals + 1);
            }
            begin = end;
        }
        return null;
    }
}
