package com.javaonjets.migration;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What stands in the {@code .sql.conf} file beside a file: Flyway's settings for that file alone. */
final class FileSettings {

    private static final Set<String> KNOWN = Set.of("executeInTransaction", "placeholderReplacement", "encoding");

    private FileSettings() {}

    /** @throws JetsException if a setting has no meaning here */
    static void check(MigrationFile file) {
        Optional<String> unknown = of(file).stringPropertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            throw new JetsException("unknown setting '" + unknown.get() + "' in " + file.settings() + "; known: "
                    + KNOWN.stream().sorted().collect(joining(", "))
                    + (unknown.get().equals("shouldExecute")
                            ? "; shouldExecute is for paid editions of Flyway alone"
                            : ""));
        }
    }

    /** Whether the author has decided on the transaction, so that there is nothing to guess from the statements. */
    static boolean decideOnTransaction(MigrationFile file) {
        return of(file).containsKey("executeInTransaction");
    }

    private static Properties of(MigrationFile file) {
        Properties settings = new Properties();
        if (Files.isRegularFile(file.settings())) {
            try {
                settings.load(new StringReader(MigrationFile.text(file.settings())));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return settings;
    }
}
