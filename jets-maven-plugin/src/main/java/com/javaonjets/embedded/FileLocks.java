package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Locks on whole files, between processes and between the threads of one. */
final class FileLocks {

    private FileLocks() {}

    /** The lock, unless another process or thread has it. */
    static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /**
     * Waits for the lock, which ends with the channel. It waits on one channel, since POSIX drops a process's lock on a
     * file when any of its channels to that file is closed.
     *
     * @throws JetsException if the bound is reached
     */
    static void await(FileChannel channel, Path file, Duration bound) throws IOException {
        Pause pause = new Pause(bound);
        while (tryLock(channel).isEmpty()) {
            if (!pause.next()) {
                throw new JetsException("waited " + bound.toSeconds() + " seconds for another process that holds "
                        + file + "; end that process, and run again");
            }
        }
    }
}
