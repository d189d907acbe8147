package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the environment's databases ready whatever state they are in, as Rails' db:prepare: creates those that do not
 * exist, applies what is pending, and runs the seeds of a database that was new or empty. It destroys nothing, so a
 * deployment may run it each time. For development, those of test too, without seeds.
 */
@Mojo(name = "db-prepare", threadSafe = true)
public final class DbPrepareMojo extends LifecycleMojo {

    @Override
    void run(DatabaseConfig database) {
        setup(database).prepare();
    }
}
