package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.EmbeddedServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder {@code .jets/<adapter>} of a project: a server's data, and what stands beside it. */
record ServerFolder(Path project, Adapter adapter) {

    /**
     * The folder, made if it is not there; {@code .jets} keeps itself out of version control.
     *
     * @throws JetsException if it cannot be made
     */
    static ServerFolder of(Path project, Adapter adapter) {
        try {
            ServerFolder folder = new ServerFolder(project.toRealPath(), adapter);
            folder.create();
            return folder;
        } catch (IOException e) {
            throw new JetsException(
                    "cannot make " + EmbeddedServer.folder(project, adapter)
                            + ", which holds the data of the embedded server: " + e
                            + "; make the project's folder writable, or point the environment at a real server",
                    e);
        }
    }

    private void create() throws IOException {
        PropertyFile.createPrivateFolder(path());
        Path ignore = path().resolveSibling(".gitignore");
        if (Files.notExists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    Path path() {
        return EmbeddedServer.folder(project, adapter);
    }

    Path data() {
        return path().resolve("data");
    }

    /** Describes the server while it takes connections; others read it. */
    Path serverFile() {
        return EmbeddedServer.file(project, adapter);
    }

    /** Says where the keeper listens. */
    Path keeperFile() {
        return path().resolve("keeper.properties");
    }

    Path keeperLog() {
        return path().resolve("keeper.log");
    }

    Path serverLog() {
        return path().resolve("server.log");
    }

    /** The lock that a keeper holds as long as it lives; whoever has it owns the folder. */
    Optional<FileLock> tryLock() throws IOException {
        FileChannel channel =
                FileChannel.open(path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = FileLocks.tryLock(channel);
        if (lock.isEmpty()) {
            channel.close();
        }
        return lock;
    }

    /** Whether a keeper lives. */
    boolean isKept() {
        try {
            Optional<FileLock> lock = tryLock();
            if (lock.isPresent()) {
                lock.get().acquiredBy().close();
            }
            return lock.isEmpty();
        } catch (IOException e) {
            throw new JetsException(
                    "cannot lock " + path() + ", which holds the data of the embedded server: " + e
                            + "; the project must lie on a disk that knows file locks, and its .jets must be writable",
                    e);
        }
    }
}
