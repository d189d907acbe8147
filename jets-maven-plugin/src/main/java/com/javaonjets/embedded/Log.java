package com.javaonjets.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What servers and keepers write while they run. */
final class Log {

    private static final int LINES = 12;

    /** What the loaders of Linux and macOS say. */
    private static final Pattern LIBRARY_MISSING =
            Pattern.compile("error while loading shared libraries|Library not loaded");

    private static final String HINT = "\ninstall the library that it names; on macOS: brew install openssl@3 pcre2";

    private Log() {}

    /** The log's text; what is not UTF-8 in it is replaced. */
    static String text(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The end of a sentence that quotes the log's last lines. */
    static String tail(Path log) {
        List<String> lines = text(log).lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "; its log " + log + " is empty";
        }
        String quoted = lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> "\n    " + line)
                .collect(Collectors.joining("", "; the last lines of " + log + ":", ""));
        return quoted + (LIBRARY_MISSING.matcher(quoted).find() ? HINT : "");
    }
}
