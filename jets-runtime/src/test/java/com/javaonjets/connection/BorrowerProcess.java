package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@link Borrower} in a JVM of its own, which can be frozen. */
final class BorrowerProcess implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    /** Returns when the database is open. */
    BorrowerProcess(DatabaseConfig config, int pool, Path folder) throws IOException {
        this(config, pool, Duration.ZERO, folder);
    }

    /** @param functionTimeout what is known of it; zero for nothing */
    BorrowerProcess(DatabaseConfig config, int pool, Duration functionTimeout, Path folder) throws IOException {
        this.folder = folder;
        List<String> command = command(config, pool, folder);
        command.add(Long.toString(functionTimeout.toMillis()));
        command.add(config.ssl().orElse(""));
        command.add(config.serverVersion().orElse(""));
        process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        if (!"open".equals(answers.readLine())) {
            throw new IOException(log());
        }
    }

    private static List<String> command(DatabaseConfig config, int pool, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Dorg.slf4j.simpleLogger.log." + Farewell.class.getName() + "=debug");
        command.add("-Xlog:class+load:file=" + folder.resolve("classes"));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
        command.add(Borrower.class.getName());
        command.add(config.adapter().name());
        command.add(Integer.toString(config.port()));
        command.add(config.database());
        command.add(Integer.toString(pool));
        command.add(Long.toString(config.idleLimit().toMillis()));
        command.add(Long.toString(config.pingAfter().toMillis()));
        return command;
    }

    /** What a borrow and this query come to: a number, or an exception. */
    String answer(String sql) throws IOException {
        ask(sql);
        return answer();
    }

    void ask(String sql) throws IOException {
        questions.write(sql + "\n");
        questions.flush();
    }

    String answer() throws IOException {
        return answers.readLine();
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Asks it to end, by SIGTERM. */
    void terminate() throws IOException, InterruptedException {
        // Process.destroy() would also end its input, at which it ends by itself.
        signal("TERM");
    }

    /** Ends it without its doing. */
    void kill() {
        process.destroyForcibly();
    }

    /** Returns its exit code when it has ended. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it, and returns the classes it loaded. */
    List<String> classes() throws IOException, InterruptedException {
        questions.close();
        process.waitFor();
        return Files.readAllLines(folder.resolve("classes"));
    }

    /** What it logged. */
    String log() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
