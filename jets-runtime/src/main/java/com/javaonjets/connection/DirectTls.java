package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;

/**
 * TLS from the first byte on, which PostgreSQL takes since version 17, and which saves the trip that asks for it. What an
 * older server does with it cannot be told from any other failure: so it is used where the user vouches for the version.
 */
final class DirectTls {

    private static final int SINCE = 17;

    private DirectTls() {}

    /** Whether it can be used; the driver insists on a mode that does without TLS never. */
    static boolean suits(DatabaseConfig config) {
        return config.adapter() == Adapter.POSTGRESQL
                && config.serverVersion().isPresent()
                && major(config.serverVersion().get()) >= SINCE
                && SslMode.of(config).requires();
    }

    private static int major(String version) {
        int number = 0;
        for (int i = 0; i < version.length() && number < 1000; i++) {
            int digit = Character.digit(version.charAt(i), 10);
            if (digit < 0) {
                return number;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
