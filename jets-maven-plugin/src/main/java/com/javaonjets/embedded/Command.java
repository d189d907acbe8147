package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of a server's, run in the server's folder with the log as its output.
 *
 * @param name the program's, as a sentence has it
 * @param variables what its environment has beside this process's
 */
record Command(String name, List<String> words, Map<String, String> variables) {

    /** Beginnings of variables that would change what the servers do. */
    private static final List<String> FOREIGN = List.of("PG", "MYSQL", "MARIADB", "LC_");

    Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    Process start(ServerFolder folder, Path log) throws IOException {
        return builder(folder).redirectOutput(log.toFile()).start();
    }

    /**
     * Runs it to its end.
     *
     * @param input what it reads
     * @throws JetsException if it fails or takes longer than the bound, with the log's last lines
     */
    void run(ServerFolder folder, Path input, Duration bound) throws IOException {
        Path log = folder.serverLog();
        Process process = builder(folder)
                .redirectInput(input.toFile())
                .redirectOutput(log.toFile())
                .start();
        if (!ended(process, bound)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new JetsException(name + " did not end within " + bound.toSeconds() + " seconds" + Log.tail(log));
        }
        if (process.exitValue() != 0) {
            throw new JetsException(name + " failed with exit code " + process.exitValue() + Log.tail(log));
        }
    }

    /** Runs it to its end or to the bound, for what it does and not for how it ends. */
    void tryRun(ServerFolder folder, Duration bound) throws IOException {
        Process process = builder(folder)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile()))
                .start();
        if (!ended(process, bound)) {
            process.destroyForcibly();
        }
    }

    private ProcessBuilder builder(ServerFolder folder) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words))
                .directory(folder.path().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> FOREIGN.stream().anyMatch(variable::startsWith));
        // Logs in English, and no locale that this machine may lack.
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        return builder;
    }

    private static boolean ended(Process process, Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
