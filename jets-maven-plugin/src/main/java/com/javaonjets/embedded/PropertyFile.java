package com.javaonjets.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/** Files of properties that only their owner may read, and that are there whole or not at all. */
final class PropertyFile {

    private PropertyFile() {}

    static void write(Path file, Properties properties) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        createPrivate(whole);
        try (Writer writer = Files.newBufferedWriter(whole)) {
            properties.store(writer, null);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<Properties> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(properties);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Makes an empty file that only its owner may read, in place of what is there. */
    static void createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, privately(file, "rw-------"));
    }

    /** Makes a folder, and those above it that are missing, that only its owner may enter. */
    static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder, privately(folder, "rwx------"));
    }

    /** Windows keeps a user's folders from other users by itself. */
    private static FileAttribute<?>[] privately(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
