package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Creates the environment's databases that do not exist yet, gives them their tables, and runs their seeds, as Rails'
 * db:setup; for development, those of test too, without seeds. A database of production that exists is refused.
 */
@Mojo(name = "db-setup", threadSafe = true)
public final class DbSetupMojo extends SettingUpMojo {

    @Override
    void run(DatabaseConfig database) {
        setUp(database);
    }
}
