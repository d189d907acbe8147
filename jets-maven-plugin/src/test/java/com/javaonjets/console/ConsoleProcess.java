package com.javaonjets.console;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A console in a process of its own, whose input is a pipe. */
final class ConsoleProcess implements AutoCloseable {

    private static final String PASSWORD = "CONSOLE_PASSWORD";

    /** What the JVM says of JLine's library is no part of a console's output. */
    private static final int FIRST_THAT_WARNS_OF_NATIVE_CODE = 24;

    private final Process process;
    private final BufferedReader output;

    private ConsoleProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param searchPath where programs are looked for before the usual places */
    static ConsoleProcess start(String kind, DatabaseConfig database, String searchPath, Path temporary)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= FIRST_THAT_WARNS_OF_NATIVE_CODE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ConsoleProcess.class.getName(),
                kind,
                database.adapter().toString(),
                database.database(),
                Integer.toString(database.port()),
                database.username().orElse(""),
                temporary.resolve("history").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, database.password().orElse(""));
        builder.environment().merge("PATH", searchPath, (old, added) -> added + File.pathSeparator + old);
        return new ConsoleProcess(builder.start());
    }

    /** In the other process. */
    public static void main(String[] args) {
        DatabaseConfig database = DatabaseConfig.builder(Environment.TEST, Adapter.fromString(args[1]), args[2])
                .host("127.0.0.1")
                .port(Integer.parseInt(args[3]))
                .username(Optional.of(args[4]))
                .password(Optional.ofNullable(System.getenv(PASSWORD)))
                .build();
        Console.of(Optional.of(args[0]), database, System.getenv().getOrDefault("PATH", ""), Path.of(args[5]))
                .open(database);
    }

    void type(String text) throws IOException {
        type(text.getBytes(StandardCharsets.UTF_8));
    }

    void type(byte[] text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(text);
        input.flush();
    }

    /** Reads lines up to one that holds the text. */
    @Nullable
    String await(String text) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains(text)) {
            line = output.readLine();
        }
        return line;
    }

    /** Ends the input, and returns what is printed from here on. */
    String rest() throws IOException {
        process.getOutputStream().close();
        StringBuilder text = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** As Ctrl-C does to a process that leaves it to Java. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }
}
