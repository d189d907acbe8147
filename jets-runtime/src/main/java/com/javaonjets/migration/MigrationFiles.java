package com.javaonjets.migration;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What the folders of migrations hold.
 *
 * @param files by their path below the folder
 * @param warnings a sentence for each file that looks as if it were meant to run, but is not
 */
record MigrationFiles(Map<String, MigrationFile> files, List<String> warnings) {

    private static final String SHAPES =
            "V<version>__<name>.sql, U<version>__<name>.sql, R__<name>.sql, such as V20260102030405__create_posts.sql";

    /** Meant as a migration, by any reader's eye: the letter, then a digit or an underscore. */
    private static final Pattern MEANT = Pattern.compile("([vu][\\d._-]|b\\d+_|r\\d*_).*", Pattern.CASE_INSENSITIVE);

    /**
     * Reads the folders recursively; a folder that does not exist holds nothing.
     *
     * @throws JetsException if a file's name is nearly a migration's, or two files are the same migration
     */
    static MigrationFiles in(List<Path> folders) {
        Map<String, MigrationFile> files = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        List<Path> misnamed = new ArrayList<>();
        for (Path folder : new LinkedHashSet<>(folders)) {
            for (Path path : below(folder)) {
                Optional<MigrationFile> file = MigrationFile.of(path, script(folder, path));
                if (file.isPresent()) {
                    files.merge(file.get().script(), file.get(), MigrationFiles::refuseTwins);
                } else if (isSql(path) && isMeant(path)) {
                    misnamed.add(path);
                } else if (isSql(path) || (isMeant(path) && !isSettings(path))) {
                    warnings.add(path + " is not run: its name is not a migration's; expected " + SHAPES);
                }
            }
        }
        refuse(misnamed);
        refuseTwins(files.values());
        files.values().forEach(FileSettings::check);
        return new MigrationFiles(files, warnings);
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new JetsException("cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String script(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isSql(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static boolean isSettings(Path path) {
        return path.getFileName().toString().endsWith(".sql.conf");
    }

    private static boolean isMeant(Path path) {
        return MEANT.matcher(path.getFileName().toString()).matches();
    }

    private static void refuse(List<Path> misnamed) {
        if (!misnamed.isEmpty()) {
            String names = misnamed.stream().map(Path::toString).collect(joining(", "));
            throw new JetsException("not a migration's name: " + names + "; expected " + SHAPES + "; rename "
                    + (misnamed.size() == 1 ? "it" : "them"));
        }
    }

    /** Versions are compared as numbers: 1, 01 and 1.0 are the same. */
    private static void refuseTwins(Collection<MigrationFile> files) {
        Map<MigrationVersion, MigrationFile> versioned = new TreeMap<>();
        Map<MigrationVersion, MigrationFile> baseline = new TreeMap<>();
        Map<MigrationVersion, MigrationFile> undo = new TreeMap<>();
        Map<String, MigrationFile> repeatable = new TreeMap<>();
        for (MigrationFile file : files) {
            switch (file.kind()) {
                case VERSIONED -> versioned.merge(file.version().orElseThrow(), file, MigrationFiles::refuseTwins);
                case UNDO -> undo.merge(file.version().orElseThrow(), file, MigrationFiles::refuseTwins);
                case BASELINE -> baseline.merge(file.version().orElseThrow(), file, MigrationFiles::refuseTwins);
                case REPEATABLE -> repeatable.merge(file.description(), file, MigrationFiles::refuseTwins);
                case CALLBACK, SCRIPT -> {}
            }
        }
    }

    private static MigrationFile refuseTwins(MigrationFile one, MigrationFile other) {
        String what = one.version().map(version -> "version " + version).orElse("the name " + one.name());
        throw new JetsException(
                "two files have " + what + ": " + one.path() + " and " + other.path() + "; give one of them another");
    }

    MigrationFiles without(Set<String> scripts) {
        Map<String, MigrationFile> fewer = new LinkedHashMap<>(files);
        fewer.keySet().removeAll(scripts);
        return new MigrationFiles(fewer, warnings);
    }

    /** These, whose names are known to be good. */
    static MigrationFiles of(List<MigrationFile> few) {
        Map<String, MigrationFile> files = new LinkedHashMap<>();
        few.forEach(file -> files.put(file.script(), file));
        return new MigrationFiles(files, List.of());
    }

    Optional<MigrationFile> file(String script) {
        return Optional.ofNullable(files.get(script));
    }

    Optional<MigrationFile> undo(MigrationVersion version) {
        return files.values().stream()
                .filter(file -> file.kind() == MigrationFile.Kind.UNDO)
                .filter(file -> file.version().equals(Optional.of(version)))
                .findFirst();
    }

    /**
     * Whether Flyway treats a migration in the same way when it does not know the others: callbacks are for whole runs, and
     * a baseline file stands for what is older.
     */
    boolean canBeParted() {
        return files.values().stream()
                .noneMatch(file ->
                        file.kind() == MigrationFile.Kind.CALLBACK || file.kind() == MigrationFile.Kind.BASELINE);
    }

    /** Where there are callbacks, a run without pending migrations has something to do too. */
    boolean haveCallbacks() {
        return files.values().stream().anyMatch(file -> file.kind() == MigrationFile.Kind.CALLBACK);
    }
}
