package com.javaonjets.console;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that only the user can look into, for files with secrets. It goes when it is closed, or when this process ends
 * in whatever way but by force.
 */
final class PrivateFiles implements AutoCloseable {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final Thread atExit = new Thread(this::delete, "jets-console-files");

    private PrivateFiles(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Java makes temporary folders for their owner alone. */
    static PrivateFiles create() {
        try {
            return new PrivateFiles(Files.createTempDirectory("jets-console"));
        } catch (IOException e) {
            throw new JetsException("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    synchronized Path write(String name, String text) {
        Path file = folder.resolve(name);
        files.add(file);
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new JetsException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private synchronized void delete() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new JetsException("cannot delete " + folder + ", which holds a password; delete it by hand", e);
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // It runs already.
        }
    }
}
