package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs the embedded server in the foreground, for tests and tools that are started elsewhere, until Ctrl-C. */
@Mojo(name = "db-start", threadSafe = true)
public final class DbStartMojo extends DatabaseMojo {

    @Override
    void run() {
        try (Servers servers = servers()) {
            embedded().forEach(database -> run(servers.ready(database)));
            say("running; Ctrl-C stops it");
            new Foreground(servers, getLog().isInfoEnabled()).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void run(DatabaseConfig database) {
        say(database.name() + ": " + DatabaseUrl.of(database));
    }

    private List<DatabaseConfig> embedded() {
        List<DatabaseConfig> embedded =
                databases().stream().filter(DatabaseConfig::embedded).toList();
        if (embedded.isEmpty()) {
            throw new JetsException("no database of environment " + environment()
                    + " is embedded, so there is nothing to start; expected 'embedded: true' in config/database.yml");
        }
        return embedded;
    }
}
