package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The embedded database server of a project: joined where it runs, else started. */
public final class EmbeddedDatabase {

    /** How long a folder's lock may be held by something that cannot be joined, such as a keeper that stops its server. */
    static final Duration BOUND = Duration.ofMinutes(1);

    private EmbeddedDatabase() {}

    /**
     * The use of the server on the project's data folder for that adapter. One server serves all that ask at once, also
     * from several processes. It runs until the last lease is closed or its process has ended.
     *
     * @param projectFolder the one below which {@code .jets} lies
     * @throws JetsException if the server cannot be had: no binaries for this platform, a folder that cannot be written or
     *     that another version made, a server that does not start
     */
    public static Lease join(Path projectFolder, Adapter adapter, Binaries binaries) {
        ServerFolder folder = ServerFolder.of(projectFolder, adapter);
        return Lease.join(folder, binaries.progress()).orElseGet(() -> start(folder, binaries, BOUND));
    }

    static Lease start(ServerFolder folder, Binaries binaries, Duration bound) {
        ServerHome home = binaries.home(folder.adapter());
        Pause pause = new Pause(bound);
        do {
            Optional<Lease> lease = folder.isKept()
                    ? Lease.join(folder, binaries.progress())
                    : startKeeper(folder, home, binaries.progress());
            if (lease.isPresent()) {
                return lease.get();
            }
        } while (pause.next());
        throw new JetsException(folder.path() + " is in use by a process that cannot be reached, perhaps in a container"
                + " or on another machine; end the build that runs there, and run again");
    }

    /** Empty if the keeper found another one there, who was quicker, or has stopped meanwhile. */
    private static Optional<Lease> startKeeper(ServerFolder folder, ServerHome home, Consumer<String> progress) {
        KeeperProcess keeper = KeeperProcess.start(folder, home);
        Pause pause = new Pause(BOUND);
        while (keeper.isAlive() && pause.next()) {
            Optional<Lease> lease = Lease.join(folder, progress);
            if (lease.isPresent()) {
                return lease;
            }
        }
        return Optional.empty();
    }
}
