package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.RuntimeApi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@link SnapStartHandler} in a JVM of its own, run by Lambda's own client under SnapStart. */
final class FunctionProcess implements AutoCloseable {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private final Path folder;
    private final RuntimeApi lambda = new RuntimeApi();
    private final Process process;

    /** Returns when the function is ready for its snapshot. */
    FunctionProcess(DatabaseConfig config, Map<String, String> variables, Path folder)
            throws IOException, InterruptedException {
        this.folder = folder;
        configure(config);
        if (!Files.exists(folder.resolve("hosts"))) {
            name(folder, "localhost", "127.0.0.1");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // As Lambda has it, for every function.
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        // In place of DNS; the JVM keeps what it was told for 30 seconds, as it does with DNS.
                        "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                        "-Xlog:class+load:file=" + folder.resolve("classes"),
                        CLIENT,
                        SnapStartHandler.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "JETS_ENV", "AWS_LAMBDA_MAX_CONCURRENCY"));
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", lambda.address());
        builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "posts");
        builder.environment().put("_HANDLER", SnapStartHandler.class.getName());
        builder.environment().putAll(variables);
        process = builder.start();
        if (!lambda.awaitSnapshot(process)) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** Writes the configuration that the function finds when it looks next. */
    void configure(DatabaseConfig config) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/database.yml"), """
                production:
                  adapter: %s
                  host: %s
                  port: %d
                  database: %s
                  username: %s
                  password: "%s"
                  ssl: %s
                  pool: %d
                """.formatted(
                        config.adapter(),
                        config.host(),
                        config.port(),
                        config.database(),
                        config.username().orElseThrow(),
                        config.password().orElseThrow(),
                        config.ssl().orElse("disable"),
                        config.pool().orElse(1)));
    }

    /** Has a name stand for an address. */
    static void name(Path folder, String name, String address) throws IOException {
        Files.writeString(folder.resolve("hosts"), address + " " + name + " " + name + ".\n");
    }

    void restore() {
        lambda.restore();
    }

    /** What the function answers, once restored. */
    String answer(String event) throws InterruptedException {
        return lambda.invoke('"' + event + '"').replace("\"", "");
    }

    /** The names of its threads, and where they are. */
    String threads() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        String threads = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(threads);
        }
        return threads;
    }

    /** The classes it has loaded so far, with where from. */
    List<String> classes() throws IOException {
        return Files.readAllLines(folder.resolve("classes"));
    }

    /** What this library logged. */
    List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log")).stream()
                .filter(line -> line.contains("com.javaonjets"))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        lambda.close();
    }
}
