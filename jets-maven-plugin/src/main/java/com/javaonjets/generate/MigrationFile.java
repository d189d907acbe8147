package com.javaonjets.generate;

import com.javaonjets.schema.MigrationName;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration that lies in the folder, ours or one that a project had before.
 *
 * @param version the whole number that its version begins with: 1 of {@code V1.2__x.sql}
 * @param name in snake_case, whatever the file writes
 * @param isUp whether it is the way up, not the way back
 */
record MigrationFile(Path path, BigInteger version, String name, boolean isUp) {

    private static final Pattern NAME =
            Pattern.compile("(?<kind>[VU])(?<version>\\d+)(?:[._]\\d+)*__(?<name>.*)\\.sql");

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_]");

    static Optional<MigrationFile> of(Path path) {
        Matcher matcher = NAME.matcher(String.valueOf(path.getFileName()));
        return matcher.matches() ? Optional.of(of(path, matcher)) : Optional.empty();
    }

    private static MigrationFile of(Path path, Matcher matcher) {
        String name = FOREIGN.matcher(matcher.group("name")).replaceAll("_");
        return new MigrationFile(
                path,
                new BigInteger(matcher.group("version")),
                MigrationName.snakeCase(name),
                matcher.group("kind").equals("V"));
    }
}
