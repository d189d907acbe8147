package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Runs the seeds: db/seeds.sql, then db/seeds/ENV.sql, in one transaction; for another database than the primary one
 * db/NAME_seeds.sql, then db/NAME_seeds/ENV.sql. It refuses while migrations are pending.
 */
@Mojo(name = "db-seed", threadSafe = true)
public final class DbSeedMojo extends DatabaseMojo {

    @Override
    void run(DatabaseConfig database) {
        say(seeding(database).run(migrator(database)));
    }
}
