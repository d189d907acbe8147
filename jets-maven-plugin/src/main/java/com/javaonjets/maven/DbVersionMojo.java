package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints the newest applied version. */
@Mojo(name = "db-version", threadSafe = true)
public final class DbVersionMojo extends DatabaseMojo {

    @Override
    void run(DatabaseConfig database) {
        say("version: " + migrator(database).version().orElse("none"));
    }
}
