package com.javaonjets.testing;

import com.javaonjets.config.DatabaseConfig;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PgBouncer of a test's own, before a PostgreSQL database. A test that needs one bears {@link RealPgBouncer}. */
public final class PgBouncer implements AutoCloseable {

    private final HeldPort port = new HeldPort();
    private final DatabaseConfig config;
    private final Process process;

    /**
     * Starts it, and returns when it takes connections.
     *
     * @param mode {@code session} or {@code transaction}
     * @param settings more lines of its configuration, such as {@code max_client_conn = 1}
     */
    public PgBouncer(DatabaseConfig database, String mode, Path folder, String... settings)
            throws IOException, InterruptedException {
        this.config =
                TestConfig.of(database).withAddress("127.0.0.1", port.number()).build();
        Path file = Files.writeString(folder.resolve("pgbouncer.ini"), configuration(database, mode, settings));
        Path log = folder.resolve("pgbouncer.log");
        this.process = new ProcessBuilder(command(file))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitStart(log);
    }

    /** {@return whether there is one on this machine} */
    public static boolean isInstalled() {
        return binary().isPresent();
    }

    /** Debian puts it where a user's PATH may not lead. */
    private static Optional<Path> binary() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String configuration(DatabaseConfig database, String mode, String... settings) {
        return """
                [databases]
                * = host=%s port=%d user=%s password=%s

                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                %s
                """.formatted(
                        database.host(),
                        database.port(),
                        database.username().orElseThrow(),
                        database.password().orElseThrow(),
                        port.number(),
                        mode,
                        String.join("\n", settings));
    }

    /** It refuses to run as root, and changes to another user if it is told one. */
    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>(List.of(binary().orElseThrow().toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(file.toString());
        return command;
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        while (!accepts()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("PgBouncer did not start: " + Files.readString(log));
            }
        }
        Files.readString(log)
                .lines()
                .filter(line -> line.contains("process up: "))
                .map(line -> "tested on " + line.replaceFirst(".*process up: (PgBouncer [^,]*).*", "$1"))
                .forEach(System.out::println);
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return the database as it is reached through the pooler} */
    public DatabaseConfig config() {
        return config;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        port.close();
    }
}
