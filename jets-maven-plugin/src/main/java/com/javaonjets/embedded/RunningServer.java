package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** A server's process, from its start to its end. */
record RunningServer(ServerProgram program, ProcessHandle process, int port, String password) {

    static final Duration START_BOUND = Duration.ofMinutes(1);

    private static final Duration STOP_BOUND = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 20;

    /**
     * Starts the server on a free port and waits until it takes connections.
     *
     * @throws JetsException if it does not start, with the last lines of its log
     */
    static RunningServer start(ServerProgram program, DataFolder data, Duration bound) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process launcher = program.startCommand(port)
                    .start(program.folder(), program.folder().serverLog());
            Optional<String> failure = failure(program, launcher, bound);
            if (failure.isEmpty()) {
                return new RunningServer(program, handle(program).orElseThrow(), port, data.password());
            }
            if (attempt == ATTEMPTS || !passes(program, port)) {
                throw new JetsException(program.home() + " did not start: " + failure.get()
                        + Log.tail(program.folder().serverLog()));
            }
        }
    }

    /** Empty once the server is ready. Its launcher may end before that, having started it. */
    private static Optional<String> failure(ServerProgram program, Process launcher, Duration bound) {
        Pause pause = new Pause(bound);
        while (!Log.text(program.folder().serverLog()).contains(program.readyWords())) {
            if (!launcher.isAlive() && launcher.exitValue() != 0) {
                return Optional.of("it ended with exit code " + launcher.exitValue());
            }
            if (!pause.next()) {
                launcher.destroyForcibly();
                return Optional.of("it took no connections within " + bound.toSeconds() + " seconds");
            }
        }
        return handle(program).isPresent() ? Optional.empty() : Optional.of("it ended at once");
    }

    /** Whether the reason of a failed start is gone at the next: somebody took the port first, or a killed server's remains. */
    private static boolean passes(ServerProgram program, int port) {
        String log = Log.text(program.folder().serverLog());
        return !isFree(port) || program.passingWords().filter(log::contains).isPresent();
    }

    /**
     * Ends a server that its keeper did not live to end, and forgets what it left. The id that it noted may belong to
     * another process by now, which its command line tells.
     */
    static void endLeftover(ServerProgram program) throws IOException {
        Optional<ProcessHandle> leftover = handle(program).filter(process -> isRunning(process, program));
        if (leftover.isPresent()) {
            String password = DataFolder.open(program, sentence -> {}).password();
            new RunningServer(program, leftover.get(), portOf(program), password).stop();
        }
        Files.deleteIfExists(program.pidFile());
        Files.deleteIfExists(program.folder().serverFile());
    }

    private static int portOf(ServerProgram program) throws IOException {
        return PropertyFile.read(program.folder().serverFile())
                .map(properties -> Integer.parseInt(properties.getProperty("port", "0")))
                .orElse(0);
    }

    /**
     * Whether the process lives and serves the program's folder. Windows shows the program of a process, but not its
     * command line. A dead process that its parent has not noticed, as the first one of a container may never do, counts
     * as alive and shows neither.
     */
    private static boolean isRunning(ProcessHandle process, ServerProgram program) {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.commandLine()
                        .map(line -> line.contains(program.folder().data().toString()))
                        .orElseGet(() -> info.command()
                                .filter(command -> command.startsWith(
                                        program.home().folder().toString()))
                                .isPresent());
    }

    private static Optional<ProcessHandle> handle(ServerProgram program) {
        return Log.text(program.pidFile())
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive);
    }

    /** Shuts the server down in order, ending its sessions; by force if it takes too long. */
    void stop() throws IOException {
        Optional<Command> command = program.stopCommand(port, password);
        if (command.isPresent()) {
            command.get().tryRun(program.folder(), STOP_BOUND);
        } else {
            process.destroy();
        }
        Pause pause = new Pause(STOP_BOUND);
        while (isRunning(process, program) && pause.next()) {
            // Pauses.
        }
        process.destroyForcibly();
    }

    EmbeddedServer description() {
        return new EmbeddedServer(
                program.home().adapter(), "127.0.0.1", port, ServerProgram.USERNAME, password, process.pid());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
