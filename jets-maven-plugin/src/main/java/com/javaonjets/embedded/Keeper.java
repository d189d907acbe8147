package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The process that starts an embedded server, keeps it as long as somebody uses it, and stops it. It is alone on its
 * folder: it holds the folder's lock while it lives. It needs the JDK, this package and {@code com.javaonjets.config}.
 */
public final class Keeper {

    /** The exit code that says that another keeper is there. */
    static final int BUSY = 75;

    /** How long it waits for the process that started it. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How long it stays when the last user has gone, so that goals that follow each other share a server. */
    private static final Duration LINGER = Duration.ofMillis(500);

    private final ServerFolder folder;
    private final ServerHome home;

    private Keeper(ServerFolder folder, ServerHome home) {
        this.folder = folder;
        this.home = home;
    }

    /** Runs until nobody uses the server: {@code <project> <adapter> <folder of the binaries> <their version>}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Adapter adapter = Adapter.fromString(args[1]);
        Keeper keeper = new Keeper(
                new ServerFolder(Path.of(args[0]), adapter), new ServerHome(adapter, Path.of(args[2]), args[3]));
        Optional<FileLock> lock = keeper.folder.tryLock();
        if (lock.isEmpty()) {
            System.exit(BUSY);
        }
        keeper.keep();
        lock.get().release();
    }

    private void keep() throws IOException, InterruptedException {
        try (Leases leases = Leases.open()) {
            closeOnSignal(leases);
            PropertyFile.write(folder.keeperFile(), leases.address());
            serve(leases);
        } finally {
            Files.deleteIfExists(folder.keeperFile());
        }
    }

    /** A signal to end reaches the server in order too. */
    private static void closeOnSignal(Leases leases) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            leases.close();
            try {
                main.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void serve(Leases leases) throws InterruptedException {
        try {
            RunningServer server = start(leases);
            try {
                PropertyFile.write(folder.serverFile(), server.description().properties());
                leases.say(new Message(Message.Kind.READY, ""));
                keep(server, leases);
            } finally {
                end(server);
            }
        } catch (JetsException e) {
            fail(leases, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail(
                    leases,
                    "cannot run " + home + " in " + folder.path() + ": " + e
                            + "; check that the disk has room and that the folder belongs to you");
        }
    }

    private RunningServer start(Leases leases) throws IOException {
        ServerProgram program = ServerProgram.of(home, folder);
        RunningServer.endLeftover(program);
        DataFolder data =
                DataFolder.open(program, sentence -> leases.say(new Message(Message.Kind.PROGRESS, sentence)));
        return RunningServer.start(program, data, RunningServer.START_BOUND);
    }

    private static void keep(RunningServer server, Leases leases) throws InterruptedException {
        CompletableFuture<?> end = server.process().onExit().thenRun(leases::close);
        leases.awaitFirst(GRACE);
        leases.awaitIdle(LINGER);
        end.cancel(false);
    }

    private void end(RunningServer server) throws IOException {
        try {
            Files.deleteIfExists(folder.serverFile());
        } finally {
            server.stop();
        }
    }

    private static void fail(Leases leases, String sentence) throws InterruptedException {
        leases.say(new Message(Message.Kind.FAILED, sentence));
        leases.awaitFirst(GRACE);
    }
}
