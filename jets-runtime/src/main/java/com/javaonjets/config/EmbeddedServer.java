package com.javaonjets.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A running embedded server, as the file that it leaves in its data folder describes it: {@code .jets/<adapter>/server.properties}.
 *
 * @param pid the process id of the server
 */
public record EmbeddedServer(Adapter adapter, String host, int port, String username, String password, long pid) {

    /** The folder below a project's that holds the data of its embedded server of that kind. */
    public static Path folder(Path projectFolder, Adapter adapter) {
        return projectFolder.resolve(".jets").resolve(adapter.toString());
    }

    /** The server that runs on the data folder of a project, if its file is there and its process lives. */
    public static Optional<EmbeddedServer> find(Path projectFolder, Adapter adapter) {
        throw new UnsupportedOperationException();
    }
}
