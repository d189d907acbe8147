package com.javaonjets.testing;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** One connection through a {@link CountingProxy}: a thread for each direction. */
final class ProxiedLine {

    private static final byte[] CHANGE_CIPHER_SPEC = {20, 3, 3, 0, 1, 1};

    private final CountingProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile boolean asked;
    private volatile byte[] last = {};
    private volatile boolean clientGone;
    private volatile boolean forgotten;
    private volatile List<Thread> threads = List.of();

    ProxiedLine(CountingProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    /** Begins, when both sides are connected. */
    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        threads = List.of(start("proxy-asks", this::questions), start("proxy-answers", this::answers));
    }

    private void questions() throws IOException, InterruptedException {
        byte[] buffer = new byte[65_536];
        int length;
        while ((length = read(client, buffer)) >= 0) {
            last = Arrays.copyOf(buffer, length);
            proxy.pass();
            if (forgotten) {
                continue;
            }
            if (!isChangeCipherSpec(buffer, length)) {
                asked = true;
            }
            server.getOutputStream()
                    .write(buffer, 0, proxy.faults().single() ? Math.min(length, firstCommand(buffer)) : length);
        }
        clientGone = true;
        proxy.pass();
        if (!proxy.faults().withholding() && !forgotten) {
            CountingProxy.close(server);
            CountingProxy.close(client);
        }
    }

    private void answers() throws IOException, InterruptedException {
        byte[] buffer = new byte[65_536];
        int length;
        while ((length = read(server, buffer)) >= 0) {
            proxy.pass();
            if (forgotten) {
                continue;
            }
            if (asked && !clientGone) {
                asked = false;
                if (proxy.faults().cutting()) {
                    close();
                    return;
                }
                proxy.count();
            }
            client.getOutputStream().write(buffer, 0, length);
        }
        proxy.pass();
        if (!proxy.faults().withholding() && !forgotten) {
            CountingProxy.close(client);
        }
    }

    /** The length of a command of MySQL's, of which the first three bytes tell what follows the fourth. */
    private static int firstCommand(byte[] buffer) {
        return 4
                + Byte.toUnsignedInt(buffer[0])
                + (Byte.toUnsignedInt(buffer[1]) << 8)
                + (Byte.toUnsignedInt(buffer[2]) << 16);
    }

    /** An end by reset is an end. */
    private static int read(Socket from, byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isChangeCipherSpec(byte[] buffer, int length) {
        return Arrays.equals(buffer, 0, length, CHANGE_CIPHER_SPEC, 0, CHANGE_CIPHER_SPEC.length);
    }

    /** Whether both sides were told: a thread that waits for data keeps the system from closing its socket. */
    boolean hasEnded() {
        return client.isClosed() && threads.stream().noneMatch(Thread::isAlive);
    }

    /** {@return what the client sent last} */
    byte[] lastWords() {
        return last;
    }

    void forget() {
        forgotten = true;
    }

    void close() {
        CountingProxy.close(client);
        CountingProxy.close(server);
    }

    /** Starts a thread that ends in silence when its socket is closed. */
    static Thread start(String name, Work work) {
        Callable<Void> quiet = () -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other direction, or a test, closed the socket.
            }
            return null;
        };
        Thread thread = new Thread(new FutureTask<>(quiet), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What a thread does. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }
}
