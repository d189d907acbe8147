package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.UpToDate;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build unless every migration is applied, from a file that is there and unchanged. It lists those of all
 * databases that are not, with the commands to run, and changes nothing.
 */
@Mojo(name = "db-check", threadSafe = true)
public final class DbCheckMojo extends DatabaseMojo {

    @Override
    void check(List<DatabaseConfig> databases) {
        UpToDate.require(databases.stream()
                .map(database -> new UpToDate(database, migrator(database).status()))
                .toList());
    }

    @Override
    void run(DatabaseConfig database) {
        say("every migration is applied");
    }
}
