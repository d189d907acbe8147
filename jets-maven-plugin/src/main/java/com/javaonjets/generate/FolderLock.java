package com.javaonjets.generate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one generator at a time work at a folder, across threads and processes; the system takes it from one that was
 * killed.
 *
 * <p>The file that bears the lock stays in the system's temporary folder, not among the migrations: it could not be
 * deleted without letting two in. Nor is it in the project's .jets, which a project that has no embedded server need not
 * keep out of version control, and where a file of one user would keep out the others that share the project.
 */
final class FolderLock {

    /** A file lock is the whole process's, and closing any channel of the file would end it. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private FolderLock() {}

    /** What is done while nobody else writes. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Waits for its turn, which takes as long as others need for a few small files. */
    static <T> T alone(Path folder, Work<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            return work.done();
        } finally {
            THREADS.unlock();
        }
    }

    private static Path file(Path folder) throws IOException {
        int key = Objects.hash(folder.toRealPath().toString(), System.getProperty("user.name"));
        return Path.of(System.getProperty("java.io.tmpdir"), "jets-generate-" + Integer.toHexString(key) + ".lock");
    }
}
