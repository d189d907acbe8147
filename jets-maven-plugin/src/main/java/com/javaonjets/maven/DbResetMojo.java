package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.DatabaseRemoval;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Drops the environment's databases and sets them up again, as db-drop and db-setup do; for development, those of test
 * too, without seeds. A database of production is refused, and one that other sessions are in.
 */
@Mojo(name = "db-reset", threadSafe = true)
public final class DbResetMojo extends SettingUpMojo {

    /** Ends the other sessions that are in a database before it is dropped. */
    @Parameter(property = "jets.disconnect", defaultValue = "false")
    private boolean disconnect;

    @Override
    void run(DatabaseConfig database) {
        if (DatabaseRemoval.drop(database, disconnect)) {
            say("dropped");
        }
        setUp(database);
    }
}
