package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.DatabaseRemoval;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Drops the environment's databases with everything in them; for development, those of test too, as Rails does. A
 * database of production is refused, and one that other sessions are in.
 */
@Mojo(name = "db-drop", threadSafe = true)
public final class DbDropMojo extends DestructiveMojo {

    /** Ends the other sessions that are in a database before it is dropped. */
    @Parameter(property = "jets.disconnect", defaultValue = "false")
    private boolean disconnect;

    @Override
    void run(DatabaseConfig database) {
        boolean dropped = DatabaseRemoval.drop(database, disconnect);
        say(dropped ? "dropped" : "does not exist");
    }
}
