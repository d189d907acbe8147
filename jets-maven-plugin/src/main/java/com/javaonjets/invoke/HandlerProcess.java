package com.javaonjets.invoke;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A JVM that invokes a handler several times, with the flags, the time zone and the variables that Lambda gives it.
 *
 * @param java the {@code java} executable
 * @param classPath the project's runtime class path and Lambda's runtime client; this plugin's own place is added
 * @param folder the working folder
 * @param function the function's name, which the handler finds in its context
 * @param handler as {@code package.Class} or {@code package.Class::method}
 * @param event in JSON; blank stands for <code>{}</code>
 * @param times at least 1
 * @param timeout of one invocation, in whole seconds; the handler finds it in its context, nothing enforces it
 * @param environment added to this process's; must have JETS_ENV, since Lambda's variables would select production
 */
public record HandlerProcess(
        Path java,
        List<Path> classPath,
        Path folder,
        String function,
        String handler,
        String event,
        int times,
        Duration timeout,
        Map<String, String> environment) {

    private static final List<String> LAMBDA_FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8");

    public HandlerProcess {
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + "; expected 1 or more");
        }
        if (environment.getOrDefault("JETS_ENV", "").isBlank()) {
            throw new IllegalArgumentException("the environment lacks JETS_ENV, so production would be invoked");
        }
    }

    /**
     * Runs to the end.
     *
     * @param output hears each line of the process, as it comes
     * @return the exit code: 0 when every invocation answered, 1 when the handler could not be loaded or threw
     * @throws InterruptedException if this thread is interrupted; the process is ended
     */
    public int run(Consumer<String> output) throws InterruptedException {
        try {
            Process process = builder().start();
            try {
                give(process.getOutputStream());
                try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                    lines.lines().forEach(output);
                }
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder() {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(LAMBDA_FLAGS);
        command.add(LocalInvocation.class.getName());
        command.addAll(List.of(handler, Integer.toString(times), Long.toString(timeout.toSeconds())));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(lambdaVariables());
        builder.environment().putAll(environment);
        // A variable, and not an option, since it needs no quoting and may be long on Windows too.
        builder.environment().put("CLASSPATH", wholeClassPath());
        return builder;
    }

    private Map<String, String> lambdaVariables() {
        return Map.of(
                "_HANDLER", handler,
                "LAMBDA_TASK_ROOT", folder.toString(),
                "TZ", "UTC",
                "AWS_LAMBDA_FUNCTION_NAME", function,
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function,
                "AWS_LAMBDA_LOG_STREAM_NAME", "local");
    }

    private String wholeClassPath() {
        List<Path> whole = new ArrayList<>(classPath);
        whole.add(own());
        return whole.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path own() {
        try {
            return Path.of(LocalInvocation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void give(OutputStream input) {
        try (input) {
            input.write((event.isBlank() ? "{}" : event).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The process ended before it read its event; its output says why.
        }
    }
}
