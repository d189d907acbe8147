package com.javaonjets.maven;

import com.javaonjets.config.Configuration;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.util.List;
import java.util.stream.Stream;

/** What goals share that make or remove whole databases: none has to exist, and development's bring those of test along. */
abstract class LifecycleMojo extends DatabaseMojo {

    /** As in Rails: test's too, but not where DATABASE_URL is set, which names one database and keeps test out of it. */
    @Override
    final List<DatabaseConfig> databases() {
        List<DatabaseConfig> own = databases(environment());
        return bringsTest()
                ? Stream.concat(own.stream(), databases(Environment.TEST).stream())
                        .toList()
                : own;
    }

    private boolean bringsTest() {
        return environment().equals(Environment.DEVELOPMENT)
                && System.getenv().getOrDefault("DATABASE_URL", "").isBlank()
                && Configuration.describes(projectFolder(), Environment.TEST);
    }

    @Override
    final DatabaseConfig prepared(DatabaseConfig database, Servers servers) {
        return servers.running(database);
    }
}
