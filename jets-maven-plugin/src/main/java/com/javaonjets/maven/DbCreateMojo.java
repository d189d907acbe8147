package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.DatabaseCreation;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Creates the environment's databases that do not exist yet, in their {@code encoding} and with their
 * {@code collation}; for development, those of test too, as Rails does.
 */
@Mojo(name = "db-create", threadSafe = true)
public final class DbCreateMojo extends LifecycleMojo {

    @Override
    void run(DatabaseConfig database) {
        boolean created = DatabaseCreation.createIfMissing(database);
        say(created ? "created" : "exists already");
    }
}
