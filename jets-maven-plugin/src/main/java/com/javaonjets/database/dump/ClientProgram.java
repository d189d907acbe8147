package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of a database's, on the machine. What it needs to know and nobody else may goes by its environment or a private file. */
record ClientProgram(Path path) {

    private static final long BOUND_MINUTES = 10;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    static Optional<ClientProgram> find(String name, String searchPath) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, windows ? name + ".exe" : name))
                .filter(Files::isExecutable)
                .map(ClientProgram::new)
                .findFirst();
    }

    /** What it prints when asked for its version; empty if it cannot be run. */
    String version() {
        try {
            return run(List.of("--version"), environment -> {}).strip();
        } catch (JetsException e) {
            return "";
        }
    }

    /** The first number with a dot in it, as two numbers; zeros if there is none. */
    static List<Integer> series(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find()
                ? List.of(Integer.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2)))
                : List.of(0, 0);
    }

    /**
     * What the program prints.
     *
     * @throws JetsException if it fails, with what it says; or does not end
     */
    String run(List<String> arguments, Consumer<Map<String, String>> environment) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(arguments);
        try {
            Path folder = Files.createTempDirectory("jets-dump");
            try {
                return run(command, environment, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new JetsException("cannot run " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JetsException("interrupted while " + path + " ran; nothing was written", e);
        }
    }

    /** Its output goes to files, which no other process has to be quick to read. */
    private String run(List<String> command, Consumer<Map<String, String>> environment, Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C");
        environment.accept(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(BOUND_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new JetsException(path + " did not end within " + BOUND_MINUTES + " minutes and was stopped");
        }
        if (process.exitValue() != 0) {
            throw new JetsException(path.getFileName() + " failed: "
                    + String.join(
                            "; ",
                            Files.readAllLines(errors).stream()
                                    .filter(line -> !line.isBlank())
                                    .limit(5)
                                    .toList()));
        }
        return text(output);
    }

    /** Some write what their user's clients have given them, in the letters of those. */
    private String text(Path output) throws IOException {
        try {
            return Files.readString(output);
        } catch (CharacterCodingException e) {
            String line = Files.readAllLines(output, StandardCharsets.ISO_8859_1).stream()
                    .filter(one -> !isUtf8(one))
                    .findFirst()
                    .orElse("");
            throw new JetsException(
                    path.getFileName() + " has written what is not UTF-8: " + line.strip()
                            + "; run with -Djets.dump=queries, which reads it in the letters it was made in, or names it",
                    e);
        }
    }

    private static boolean isUtf8(String bytes) {
        byte[] given = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.equals(given, new String(given, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    /** A file that its owner alone may read; whoever calls deletes it. */
    static Path privateFile(String content) throws IOException {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        Path file = posix
                ? Files.createTempFile(
                        "jets",
                        ".cnf",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile("jets", ".cnf");
        Files.writeString(file, content);
        return file;
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("output"));
        Files.deleteIfExists(folder.resolve("errors"));
        Files.deleteIfExists(folder);
    }
}
