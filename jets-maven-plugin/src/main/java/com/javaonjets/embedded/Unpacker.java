package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Unpacks a jar of server binaries so that its target folder is there whole or not at all: into a sibling, under a lock,
 * then moved. Builds at once do the work once.
 *
 * @param announcement runs before the work, if there is any
 */
record Unpacker(Path target, Runnable announcement) {

    private static final Duration BOUND = Duration.ofMinutes(5);

    /**
     * Fills the target unless it is there.
     *
     * @param jar asked for only if the target is not there
     * @throws JetsException if the jar cannot be unpacked, naming it
     */
    void unpack(Supplier<Path> jar) {
        if (Files.isDirectory(target)) {
            return;
        }
        Path archive = jar.get();
        try {
            Files.createDirectories(target.getParent());
            unpackAlone(archive);
        } catch (IOException e) {
            throw new JetsException(
                    "cannot unpack " + archive + " into " + target + ": " + e
                            + "; check that the disk has room, and if the jar is damaged delete it, so that it is"
                            + " downloaded anew",
                    e);
        }
    }

    private void unpackAlone(Path archive) throws IOException {
        Path lockFile = sibling(".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLocks.await(channel, lockFile, BOUND);
            if (!Files.isDirectory(target)) {
                deleteLeftovers();
                announcement.run();
                Path part = Files.createTempDirectory(target.getParent(), target.getFileName() + ".part-");
                ServerArchive.extract(archive, part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Who holds the lock is alone, so every part is one of a build that was killed. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(target.getParent(), target.getFileName() + ".part-*")) {
            for (Path part : parts) {
                FileTree.delete(part);
            }
        }
    }

    private Path sibling(String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }
}
