package com.javaonjets.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Work on a folder and all that is in it. Symbolic links are not followed. */
final class FileTree {

    /** What is done to each file and, after all that is in it, to each folder. */
    interface Action {
        void on(Path path) throws IOException;
    }

    private FileTree() {}

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            walk(folder, Files::deleteIfExists);
        }
    }

    static void walk(Path folder, Action action) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                action.on(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                action.on(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
