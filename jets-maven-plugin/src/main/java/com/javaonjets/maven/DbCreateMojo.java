package com.javaonjets.maven;

import com.javaonjets.config.Configuration;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.database.DatabaseCreation;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;

/** Creates the environment's databases that do not exist yet; for development, those of test too, as Rails does. */
@Mojo(name = "db-create", threadSafe = true)
public final class DbCreateMojo extends DatabaseMojo {

    /** As in Rails, DATABASE_URL names one database and keeps test out of it. */
    @Override
    List<DatabaseConfig> databases() {
        boolean testToo = environment().equals(Environment.DEVELOPMENT)
                && System.getenv().getOrDefault("DATABASE_URL", "").isBlank()
                && Configuration.describes(projectFolder(), Environment.TEST);
        Stream<DatabaseConfig> own = super.databases().stream();
        return testToo
                ? Stream.concat(own, databases(Environment.TEST).stream()).toList()
                : own.toList();
    }

    @Override
    DatabaseConfig prepared(DatabaseConfig database, Servers servers) {
        return servers.running(database);
    }

    @Override
    void run(DatabaseConfig database) {
        boolean created = DatabaseCreation.createIfMissing(database);
        say(created ? "created" : "exists already");
    }
}
