package com.javaonjets.it;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.Configuration;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.embedded.Binaries;
import com.javaonjets.embedded.Coordinates;
import com.javaonjets.embedded.EmbeddedDatabase;
import com.javaonjets.embedded.Lease;
import com.javaonjets.invoke.HandlerProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** One story after its goals have run: what they printed, and what is in the project's embedded databases now. */
public final class Story {

    private final Path folder;
    private final Path localRepository;

    /** The story in a folder, as Maven's invoker hands both to a verify script. */
    public Story(File folder, File localRepository) {
        this.folder = folder.toPath();
        this.localRepository = localRepository.toPath();
    }

    /** The project that the story has made in a folder of its own. */
    public Story folder(String name) {
        return new Story(folder.resolve(name).toFile(), localRepository.toFile());
    }

    /** Everything that the goals printed. */
    public String getLog() throws IOException {
        return Files.readString(folder.resolve("build.log"));
    }

    /** What a program prints that runs with nothing but jars of the story and this library's runtime on its class path. */
    public String run(List<String> jars, String program, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>();
        for (String jar : jars) {
            classPath.add(folder.resolve("target").resolve(jar).toString());
        }
        classPath.add(place(Configuration.class).toString());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        program)
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.strip();
    }

    /** The rows that a query gives. */
    public List<List<@Nullable Object>> query(String adapter, String database, String sql) throws SQLException {
        try (Lease lease = EmbeddedDatabase.join(folder, Adapter.fromString(adapter), binaries());
                Connection connection = connect(lease.server(), database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows(rows);
        }
    }

    /** What Lambda's runtime client prints of two invocations in production, with nothing of the project but its jar. */
    public List<String> invokeTwice(String jar, String handler, String adapter, String database)
            throws InterruptedException {
        List<String> printed = new ArrayList<>();
        try (Lease lease = EmbeddedDatabase.join(folder, Adapter.fromString(adapter), binaries())) {
            HandlerProcess process = new HandlerProcess(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    List.of(
                            folder.resolve(jar),
                            place(EventHandlerLoader.class),
                            place(PojoSerializer.class),
                            place(SdkInternalThreadLocal.class)),
                    folder,
                    "function",
                    handler,
                    "{}",
                    2,
                    Duration.ofSeconds(30),
                    Map.of("JETS_ENV", "production", "DATABASE_URL", url(lease.server(), database)));
            process.run(printed::add);
        }
        return printed;
    }

    private static String url(EmbeddedServer server, String database) {
        return server.adapter() + "://" + server.username() + ":" + server.password() + "@" + server.host() + ":"
                + server.port() + "/" + database;
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private Binaries binaries() {
        return new Binaries(this::jar, localRepository.resolve("com/javaonjets/.embedded"), line -> {});
    }

    private Path jar(Coordinates coordinates) {
        return localRepository
                .resolve(coordinates.groupId().replace('.', '/'))
                .resolve(coordinates.artifactId())
                .resolve(coordinates.version())
                .resolve(coordinates.artifactId() + "-" + coordinates.version() + ".jar");
    }

    private static Connection connect(EmbeddedServer server, String database) throws SQLException {
        String url = "jdbc:" + server.adapter() + "://" + server.host() + ":" + server.port() + "/" + database;
        return DriverManager.getConnection(url, server.username(), server.password());
    }

    private static List<List<@Nullable Object>> rows(ResultSet rows) throws SQLException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(rows.getObject(column));
            }
            all.add(row);
        }
        return all;
    }
}
