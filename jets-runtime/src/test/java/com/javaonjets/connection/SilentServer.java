package com.javaonjets.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes connections and says nothing. */
final class SilentServer implements AutoCloseable {

    private final ServerSocket socket;

    SilentServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return socket.getLocalPort();
    }

    /** A port of this machine that nothing listens on. */
    static int closedPort() throws IOException {
        try (SilentServer server = new SilentServer()) {
            return server.port();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
