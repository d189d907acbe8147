package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.console.Console;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Opens a prompt for SQL on a database, its server and account filled in: the server's own program, psql, mysql or
 * mariadb, where it is on the PATH, else a plain prompt that needs nothing installed. SQL that is piped in, in UTF-8, is
 * run up to its end, or to the first statement that fails, which fails the build.
 */
@Mojo(name = "db-console", threadSafe = true)
public final class DbConsoleMojo extends DatabaseMojo {

    /** Which one to open: program, the server's own; prompt, the plain one. Left out, the program where there is one. */
    @Parameter(property = "jets.console")
    private @Nullable String console;

    /** One database, since there is one terminal. */
    @Override
    void run() {
        try (Servers servers = servers()) {
            run(servers.ready(theDatabase()));
        }
    }

    @Override
    void run(DatabaseConfig database) {
        Console opened = Console.of(
                Optional.ofNullable(console),
                database,
                System.getenv().getOrDefault("PATH", ""),
                projectFolder().resolve(".jets/console_history"));
        say("console: " + database.database() + " (" + database.environment() + "), by " + opened.title());
        opened.open(database);
    }
}
