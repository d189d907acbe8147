package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints a table of the migrations: which are applied, when and by whom, and which are pending. */
@Mojo(name = "db-status", threadSafe = true)
public final class DbStatusMojo extends DatabaseMojo {

    @Override
    void run(DatabaseConfig database) {
        StatusTable.lines(migrator(database).status(), Style.of(session())).forEach(this::say);
    }
}
