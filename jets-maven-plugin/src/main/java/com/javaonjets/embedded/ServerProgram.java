package com.javaonjets.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What differs between the embedded servers: their commands, and the words by which their logs tell how they are. */
sealed interface ServerProgram permits PostgreSQLServer, MariaDBServer {

    /** The user that a new data folder has; it may do everything. */
    String USERNAME = "jets";

    /** The program that serves a folder from these binaries. */
    static ServerProgram of(ServerHome home, ServerFolder folder) {
        return switch (home.adapter()) {
            case POSTGRESQL -> PostgreSQLServer.of(home, folder);
            case MYSQL -> new MariaDBServer(home, folder);
        };
    }

    ServerHome home();

    ServerFolder folder();

    /** The versions that share a layout of data, such as {@code 18} or {@code 11.4}. */
    String series();

    /** Fills a data folder that is not there yet, with the one user. */
    void initialise(Path data, String password) throws IOException;

    /** Makes the data folder belong to the user that the server runs as. */
    void own() throws IOException;

    /** The command whose process is the server, or starts it and ends. */
    Command startCommand(int port) throws IOException;

    /** The command that shuts the server down, ending its sessions; empty where the signal to end does it. */
    Optional<Command> stopCommand(int port, String password);

    /** The file in which the server writes its process id, on the first line. */
    Path pidFile();

    /** What the log says once connections are taken. */
    String readyWords();

    /** What the log says when a start failed for a reason that passes by itself. */
    Optional<String> passingWords();
}
