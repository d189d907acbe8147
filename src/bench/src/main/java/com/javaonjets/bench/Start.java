package com.javaonjets.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a contestant in a new JVM, with the flags that Lambda gives it, up to its first row. */
final class Start {

    private static final List<String> LAMBDA = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Contestant contestant;
    private final Path jar;
    private final Path folder;

    Start(Contestant contestant, Path jar, Path folder) {
        this.contestant = contestant;
        this.jar = jar;
        this.folder = folder;
    }

    Contestant contestant() {
        return contestant;
    }

    long bytes() throws IOException {
        return Files.size(jar);
    }

    /** The operating system's account of the process, which the shell prints to the millisecond. */
    Cost cost(Target target) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\"", "time"));
        command.addAll(java(List.of()));
        String[] seconds = run(command, target).split(" ", -1);
        return new Cost(
                Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
    }

    /** How many classes are loaded, the JDK's among them. */
    long classes(Target target) throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        run(java(List.of("-Xlog:class+load:file=" + log)), target);
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source:")).count();
        }
    }

    void run(Target target) throws IOException, InterruptedException {
        run(java(List.of()), target);
    }

    private List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LAMBDA);
        command.addAll(options);
        command.add("-cp");
        command.add(jar.toString());
        command.add(contestant.program().getName());
        return command;
    }

    /** {@return the last line that it wrote to its standard error, if any} */
    private String run(List<String> command, Target target) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(contestant.variables(target));
        Process process = builder.start();
        String row = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status = process.waitFor();
        List<String> lines = Files.readAllLines(errors);
        if (status != 0 || !row.equals("7")) {
            throw new IOException(contestant.label() + " ended with " + status + ", printed '" + row + "'; expected 0 "
                    + "and '7'; it wrote:\n" + String.join("\n", lines));
        }
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Of one start, in seconds. */
    record Cost(double wall, double cpu) {}
}
