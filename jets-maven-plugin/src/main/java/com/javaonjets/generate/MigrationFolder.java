package com.javaonjets.generate;

import com.javaonjets.JetsException;
import com.javaonjets.schema.MigrationName;
import com.javaonjets.schema.MigrationScript;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of migrations, read as Flyway reads it: with all folders below. */
record MigrationFolder(Path path) {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Writes a migration under the next version. */
    GeneratedMigration write(MigrationName name, MigrationScript script, Instant now) throws IOException {
        makeFolder();
        return FolderLock.alone(path, () -> {
            List<MigrationFile> files = files();
            refuseTwin(name, files);
            return write(version(files, now) + "__" + name.value() + ".sql", script);
        });
    }

    private GeneratedMigration write(String file, MigrationScript script) throws IOException {
        FilePair pair = new FilePair(path.resolve("V" + file), path.resolve("U" + file));
        pair.write(script.up(), script.down());
        return new GeneratedMigration(pair.up(), pair.down(), script.notes());
    }

    /** A link to a folder is one too; createDirectories refuses it on JDK 17. */
    private void makeFolder() throws IOException {
        if (Files.isRegularFile(path)) {
            throw new JetsException(path + " is a file, but the migrations' folder should be there; move it away");
        }
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
        }
    }

    private List<MigrationFile> files() throws IOException {
        Path real = path.toRealPath();
        try (Stream<Path> all = Files.walk(real)) {
            return all.map(file -> path.resolve(real.relativize(file)))
                    .flatMap(file -> MigrationFile.of(file).stream())
                    .toList();
        }
    }

    private static void refuseTwin(MigrationName name, List<MigrationFile> files) {
        Optional<MigrationFile> twin = files.stream()
                .filter(file -> file.isUp() && file.name().equals(name.value()))
                .findFirst();
        twin.ifPresent(file -> {
            throw new JetsException("a migration named '" + name.value() + "' exists already: " + file.path()
                    + "; choose another name, or delete that pair of files if it was never applied");
        });
    }

    /** The current second, or one more than the newest where that is not behind it: branches and fast hands. */
    private static BigInteger version(List<MigrationFile> files, Instant now) {
        BigInteger time = new BigInteger(SECOND.format(now));
        return files.stream()
                .map(file -> file.version().add(BigInteger.ONE))
                .max(BigInteger::compareTo)
                .map(time::max)
                .orElse(time);
    }
}
