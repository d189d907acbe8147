package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A running embedded server, as the file that it leaves in its folder describes it: {@code .jets/<adapter>/server.properties}.
 *
 * @param username a user that may do everything there, creating databases included
 * @param pid the process id of the server
 */
public record EmbeddedServer(Adapter adapter, String host, int port, String username, String password, long pid) {

    /** The folder below a project's that holds the data of its embedded server of that kind. */
    public static Path folder(Path projectFolder, Adapter adapter) {
        return projectFolder.resolve(".jets").resolve(adapter.toString());
    }

    /** The file that describes the server of that kind while it runs; only its owner may read it. */
    public static Path file(Path projectFolder, Adapter adapter) {
        return folder(projectFolder, adapter).resolve("server.properties");
    }

    /**
     * The server that runs on the data folder of a project, if its file is there and its process lives. It opens no
     * connection.
     *
     * @throws JetsException if the file cannot be read, or does not describe a server
     */
    public static Optional<EmbeddedServer> find(Path projectFolder, Adapter adapter) {
        Path file = file(projectFolder, adapter);
        return read(file).map(properties -> parse(adapter, properties, file)).filter(EmbeddedServer::runs);
    }

    /** The server's address as a driver takes it; the name of a database goes behind it. */
    public String url() {
        return "jdbc:" + adapter + "://" + host + ":" + port + "/";
    }

    /** What the file holds. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("adapter", adapter.toString());
        properties.setProperty("host", host);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("username", username);
        properties.setProperty("password", password);
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("url", url());
        return properties;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return adapter + " at " + host + ":" + port + ", user " + username + ", process " + pid;
    }

    private static Optional<Properties> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(properties);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new JetsException(
                    "cannot read " + file + ", which describes a running embedded server: " + e
                            + "; check its permissions, or delete it and start the server anew",
                    e);
        }
    }

    private static EmbeddedServer parse(Adapter adapter, Properties properties, Path file) {
        return new EmbeddedServer(
                adapter,
                value(properties, "host", file),
                (int) number(properties, "port", file),
                value(properties, "username", file),
                value(properties, "password", file),
                number(properties, "pid", file));
    }

    private static String value(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new JetsException(
                    file + " has no " + key + "; delete it, and start the embedded server anew: mvn jets:db-start");
        }
        return value;
    }

    private static long number(Properties properties, String key, Path file) {
        String value = value(properties, key, file);
        if (!value.matches("\\d{1,10}")) {
            throw new JetsException(file + " has the " + key + " '" + value
                    + "', not a number; delete it, and start the embedded server anew: mvn jets:db-start");
        }
        return Long.parseLong(value);
    }

    /**
     * After a crash of the machine the number may belong to another process; the port on its command line tells. Windows
     * shows the program of a process and not its command line. A dead process that its parent has not noticed counts as
     * alive and shows neither.
     */
    private boolean runs() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(info -> info.commandLine()
                        .map(line -> line.contains("--port=" + port))
                        .orElse(info.command().isPresent()))
                .isPresent();
    }
}
