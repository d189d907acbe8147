package com.javaonjets.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL as io.zonky.test.postgres publishes it: initdb, pg_ctl and postgres, no clients.
 *
 * @param runner how its programs are run, which refuse root
 */
record PostgreSQLServer(ServerHome home, ServerFolder folder, Runner runner) implements ServerProgram {

    private static final Duration INITIALISE_BOUND = Duration.ofMinutes(2);

    /**
     * Reachable from this machine alone and by TCP alone. With synchronous_commit off a commit does not wait for the
     * disk: a crash can cost the last half second, never the data folder, as it could without fsync.
     */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "synchronous_commit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    static PostgreSQLServer of(ServerHome home, ServerFolder folder) {
        return new PostgreSQLServer(home, folder, Runner.forProgram(home.program("initdb"), folder.path()));
    }

    @Override
    public String series() {
        return home.version().split("\\.", -1)[0];
    }

    @Override
    public void initialise(Path data, String password) throws IOException {
        Path passwordFile = folder.path().resolve("initialise");
        PropertyFile.createPrivate(passwordFile);
        try {
            Files.writeString(passwordFile, password + "\n");
            command("initdb", initdb(data, passwordFile)).run(folder, passwordFile, INITIALISE_BOUND);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private List<String> initdb(Path data, Path passwordFile) {
        return List.of(
                home.program("initdb"),
                "--pgdata=" + data,
                "--username=" + USERNAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                // The folder is moved into place when it is whole; waiting for the disk would double the time.
                "--no-sync",
                "--no-instructions");
    }

    @Override
    public void own() throws IOException {
        runner.own(folder.data());
    }

    @Override
    public Command startCommand(int port) {
        return Platform.isWindows() ? command("pg_ctl", controlled(port)) : command("postgres", direct(port));
    }

    private List<String> direct(int port) {
        List<String> command = new ArrayList<>(
                List.of(home.program("postgres"), "-D", folder.data().toString(), "--port=" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /** On Windows pg_ctl drops the rights of an administrator, under which the server refuses to run. */
    private List<String> controlled(int port) {
        String options = "--port=" + port + " -c " + String.join(" -c ", SETTINGS);
        return List.of(
                home.program("pg_ctl"), "start", "-w", "-D", folder.data().toString(), "-o", options);
    }

    @Override
    public Optional<Command> stopCommand(int port, String password) {
        return Optional.of(command(
                "pg_ctl",
                List.of(
                        home.program("pg_ctl"),
                        "stop",
                        "-w",
                        "-m",
                        "fast",
                        "-D",
                        folder.data().toString())));
    }

    @Override
    public Path pidFile() {
        return folder.data().resolve("postmaster.pid");
    }

    @Override
    public String readyWords() {
        return "database system is ready to accept connections";
    }

    /** Sessions of a server that was killed take a moment to notice. */
    @Override
    public Optional<String> passingWords() {
        return Optional.of("pre-existing shared memory block");
    }

    private Command command(String name, List<String> words) {
        return new Command(name, runner.command(words), Map.of());
    }
}
