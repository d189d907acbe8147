package com.javaonjets.migration;

import com.javaonjets.config.DatabaseConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Stands between a driver and its server, and acts at one of the messages that the driver sends. */
final class Tripwire implements AutoCloseable {

    /**
     * When to act.
     *
     * @param first what the first message to be counted contains
     * @param number of the message, from 0
     * @param sent whether the server still gets it
     */
    record Moment(String first, int number, boolean sent) {}

    private final DatabaseConfig server;
    private final Moment moment;
    private final Runnable act;
    private final ServerSocket listener;
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicBoolean acted = new AtomicBoolean();
    private final AtomicInteger number = new AtomicInteger(-1);

    Tripwire(DatabaseConfig server, Moment moment, Runnable act) throws IOException {
        this.server = server;
        this.moment = moment;
        this.act = act;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean hasActed() {
        return acted.get();
    }

    /** The messages from the first on, as text. */
    List<String> counted() {
        return new ArrayList<>(counted);
    }

    private static void start(IoWork work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of the two has gone, which is what this is for.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket upstream = new Socket(server.host(), server.port());
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            sockets.addAll(List.of(client, upstream));
            start(() -> forward(client, upstream, this::passes));
            start(() -> forward(upstream, client, bytes -> true));
        }
    }

    private static void forward(Socket from, Socket to, Predicate<Piece> passes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        try (from;
                to) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                int length = count;
                if (!passes.test(new Piece(new String(buffer, 0, count, StandardCharsets.ISO_8859_1), () -> {
                    out.write(buffer, 0, length);
                    out.flush();
                }))) {
                    return;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        }
    }

    private boolean passes(Piece piece) {
        if (number.get() < 0 && !piece.text().contains(moment.first())) {
            return true;
        }
        counted.add(piece.text());
        if (number.incrementAndGet() != moment.number()) {
            return true;
        }
        if (moment.sent()) {
            try {
                piece.send().run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        acted.set(true);
        act.run();
        return false;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private record Piece(String text, IoWork send) {}

    private interface IoWork {

        void run() throws IOException;
    }
}
