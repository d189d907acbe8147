package com.javaonjets.embedded;

import com.javaonjets.config.EmbeddedServer;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Consumer;

/** The real servers, from the jars on the test class path, unpacked once a clean build. */
public final class Servers {

    private Servers() {}

    static Binaries binaries(Consumer<String> progress) {
        return new Binaries(Servers::jar, Path.of("target", "servers").toAbsolutePath(), progress);
    }

    /** The servers of the test class path. */
    public static Binaries binaries() {
        return binaries(sentence -> {});
    }

    static Path jar(Coordinates coordinates) {
        String name = coordinates.artifactId() + "-" + coordinates.version() + ".jar";
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the test class path, or not of this version: " + name));
    }

    /** The first column of the first row. */
    static String query(EmbeddedServer server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(EmbeddedServer server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server, String database) throws SQLException {
        return DriverManager.getConnection(server.url() + database, server.username(), server.password());
    }
}
