package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.utils.Signals;

/** The server's own program, on this process's terminal. */
final class Program implements Console {

    private final Client client;
    private final Path path;

    Program(Client client, Path path) {
        this.client = client;
        this.path = path;
    }

    /** The program that suits the database's server best, if one is there. */
    static Optional<Console> find(DatabaseConfig database, SearchPath searchPath) {
        Client client = Client.of(database);
        return searchPath.find(client.programs()).map(path -> new Program(client, path));
    }

    @Override
    public String title() {
        return path.toString();
    }

    /** Ctrl-C reaches every process of the terminal: it is the program's, to stop a statement with, and not ours. */
    @Override
    public void open(DatabaseConfig database) {
        Object before = Signals.register("INT", () -> {});
        try (PrivateFiles files = PrivateFiles.create()) {
            int status =
                    client.process(path, database, files).inheritIO().start().waitFor();
            if (status != 0) {
                throw new JetsException(path + " ended with exit code " + status + "; what it said stands above");
            }
        } catch (IOException e) {
            throw new JetsException("cannot run " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Signals.unregister("INT", before);
        }
    }
}
