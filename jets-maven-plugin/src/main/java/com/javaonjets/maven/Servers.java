package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.database.DatabaseCreation;
import com.javaonjets.embedded.Binaries;
import com.javaonjets.embedded.EmbeddedDatabase;
import com.javaonjets.embedded.Lease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The embedded servers that a goal uses; closing gives them up, and each stops when nobody else uses it. */
final class Servers implements AutoCloseable {

    private final Path projectFolder;
    private final Binaries binaries;
    private final List<Lease> leases = new ArrayList<>();

    Servers(Path projectFolder, Binaries binaries) {
        this.projectFolder = projectFolder;
        this.binaries = binaries;
    }

    /** The database with its server running, if it is embedded; whether it exists is another matter. */
    DatabaseConfig running(DatabaseConfig database) {
        return database.embedded() ? database.on(lease(database).server()) : database;
    }

    /** The database ready for use: if it is embedded, its server runs and it exists. */
    DatabaseConfig ready(DatabaseConfig database) {
        DatabaseConfig running = running(database);
        if (database.embedded()) {
            DatabaseCreation.createIfMissing(running);
        }
        return running;
    }

    private Lease lease(DatabaseConfig database) {
        Lease lease = EmbeddedDatabase.join(projectFolder, database.adapter(), binaries);
        leases.add(lease);
        return lease;
    }

    /**
     * Gives them up, and waits for them to stop.
     *
     * @return false if one goes on, since somebody else uses it
     */
    boolean stop() {
        close();
        return leases.stream().allMatch(Lease::awaitStop);
    }

    @Override
    public void close() {
        leases.forEach(Lease::close);
    }
}
