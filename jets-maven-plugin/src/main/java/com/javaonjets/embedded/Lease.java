package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.EmbeddedServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The use of a running embedded server. The server runs as long as somebody has a lease on it; when the last one is
 * closed, or its process has ended in whatever way, it stops within about a second. Safe for use by several threads.
 */
public final class Lease implements AutoCloseable {

    private static final Duration ANSWER_BOUND = Duration.ofSeconds(2);
    private static final Duration START_BOUND = Duration.ofMinutes(5);

    /** How long the keeper may take to notice that its last user has gone. */
    private static final Duration NOTICE_BOUND = Duration.ofSeconds(5);

    private static final Duration STOP_BOUND = Duration.ofSeconds(30);

    /** Holds the leases that nobody refers to any more: an unreachable socket is closed by the garbage collector. */
    private static final Set<Lease> OPEN = ConcurrentHashMap.newKeySet();

    private final Socket connection;
    private final EmbeddedServer server;
    private final ServerFolder folder;

    private Lease(Socket connection, EmbeddedServer server, ServerFolder folder) {
        this.connection = connection;
        this.server = server;
        this.folder = folder;
        OPEN.add(this);
    }

    /** The server, which takes connections. */
    public EmbeddedServer server() {
        return server;
    }

    /** Gives the use up; it does not wait for the server to stop. Closing twice does nothing more. */
    @Override
    public void close() {
        OPEN.remove(this);
        closeQuietly(connection);
    }

    /**
     * Waits for the server to stop, once the lease is closed.
     *
     * @return false if it goes on, since somebody else uses it
     */
    public boolean awaitStop() {
        Pause notice = new Pause(NOTICE_BOUND);
        while (isOffered() && notice.next()) {
            // The keeper stays for a moment, and takes its server's file away before it stops it.
        }
        Pause stop = new Pause(STOP_BOUND);
        while (!isOffered() && isAlive() && stop.next()) {
            // It writes down what it has in memory.
        }
        return !isAlive();
    }

    private boolean isOffered() {
        return EmbeddedServer.find(folder.project(), folder.adapter())
                .filter(server::equals)
                .isPresent();
    }

    private boolean isAlive() {
        return ProcessHandle.of(server.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    /**
     * A lease from the keeper of the folder, if one is there and takes users; waits while the keeper starts its server.
     *
     * @throws JetsException if the keeper says that the server cannot be had
     */
    static Optional<Lease> join(ServerFolder folder, Consumer<String> progress) {
        Socket connection = new Socket();
        Optional<Lease> lease = Optional.empty();
        try {
            Optional<Properties> address = PropertyFile.read(folder.keeperFile());
            if (address.isPresent() && isKeeper(connection, address.get()) && isReady(connection, progress)) {
                lease = EmbeddedServer.find(folder.project(), folder.adapter())
                        .map(server -> new Lease(connection, server, folder));
            }
            return lease;
        } catch (IOException e) {
            // It is stopping, or was killed and left its file.
            return Optional.empty();
        } finally {
            if (lease.isEmpty()) {
                closeQuietly(connection);
            }
        }
    }

    /** Whether the one who listens there is the keeper that wrote the address, and no stranger who came after it. */
    private static boolean isKeeper(Socket connection, Properties address) throws IOException {
        int port = Integer.parseInt(address.getProperty("port", "0"));
        connection.setSoTimeout((int) ANSWER_BOUND.toMillis());
        connection.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) ANSWER_BOUND.toMillis());
        return next(connection).equals(new Message(Message.Kind.GREETING, address.getProperty("id", "")));
    }

    private static boolean isReady(Socket connection, Consumer<String> progress) throws IOException {
        connection.setSoTimeout((int) START_BOUND.toMillis());
        while (true) {
            Message message = next(connection);
            switch (message.kind()) {
                case PROGRESS -> progress.accept(message.text());
                case FAILED -> throw new JetsException(message.text());
                case READY -> {
                    return true;
                }
                case GREETING -> throw new IOException("greeted twice");
            }
        }
    }

    private static Message next(Socket connection) throws IOException {
        return Message.read(new DataInputStream(connection.getInputStream()));
    }

    private static void closeQuietly(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // The operating system closes it when the process ends.
        }
    }
}
