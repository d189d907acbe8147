package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A database's URL as the variable DATABASE_URL takes it, its account included. */
final class DatabaseUrl {

    private DatabaseUrl() {}

    static String of(DatabaseConfig database) {
        String account = encoded(database.username().orElse("")) + ":"
                + encoded(database.password().orElse(""));
        return database.adapter() + "://" + account + "@" + database.host() + ":" + database.port() + "/"
                + encoded(database.database());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
