package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * A file of SQL in a folder of migrations, its name understood as Flyway does.
 *
 * @param version empty for repeatable migrations and callbacks
 * @param script the path below the folder, with forward slashes
 */
record MigrationFile(Kind kind, Optional<MigrationVersion> version, String description, String script, Path path) {

    enum Kind {
        VERSIONED,
        REPEATABLE,
        UNDO,
        /** Flyway's {@code B5__x.sql}: run on an empty database instead of every version up to its own. */
        BASELINE,
        CALLBACK,
        /** Not for Flyway to find: run by itself, as seeds are. */
        SCRIPT;

        private static Kind of(String letter) {
            return switch (letter) {
                case "U" -> UNDO;
                case "B" -> BASELINE;
                default -> VERSIONED;
            };
        }
    }

    /** Flyway takes {@code V1.sql}, without a description, and {@code V1_2__x.sql} for version 1.2. */
    private static final Pattern NUMBERED = Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?\\.sql");

    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql");
    private static final Pattern CALLBACK = Pattern.compile("(\\w+?)(?:__(.*))?\\.sql");

    /** The file of that path, or empty if its name is neither a migration's nor a callback's. */
    static Optional<MigrationFile> of(Path path, String script) {
        String name = name(script);
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            Kind kind = Kind.of(numbered.group(1));
            MigrationVersion version = MigrationVersion.fromVersion(numbered.group(2));
            return Optional.of(new MigrationFile(kind, Optional.of(version), words(numbered.group(3)), script, path));
        }
        Matcher repeatable = REPEATABLE.matcher(name);
        if (repeatable.matches()) {
            return Optional.of(
                    new MigrationFile(Kind.REPEATABLE, Optional.empty(), words(repeatable.group(1)), script, path));
        }
        Matcher callback = CALLBACK.matcher(name);
        if (callback.matches() && Event.fromId(callback.group(1)) != null) {
            return Optional.of(
                    new MigrationFile(Kind.CALLBACK, Optional.empty(), words(callback.group(2)), script, path));
        }
        return Optional.empty();
    }

    private static String words(@Nullable String snake) {
        return snake == null ? "" : snake.replace('_', ' ');
    }

    private static String name(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    /** @param script as a history has it: a path, or what stands there in place of one */
    static boolean isBaseline(String script) {
        Matcher numbered = NUMBERED.matcher(name(script));
        return numbered.matches() && Kind.of(numbered.group(1)) == Kind.BASELINE;
    }

    String name() {
        return name(script);
    }

    Migration migration() {
        return new Migration(version.map(MigrationVersion::getVersion), description, script);
    }

    /** Flyway's settings for this file alone. */
    Path settings() {
        return path.resolveSibling(name() + ".conf");
    }

    /**
     * The text of the file.
     *
     * @throws JetsException if it cannot be read, or is not UTF-8
     */
    String text() {
        return text(path);
    }

    static String text(Path path) {
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new JetsException(path + " is not UTF-8; store it as UTF-8", e);
        } catch (IOException e) {
            throw new JetsException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
