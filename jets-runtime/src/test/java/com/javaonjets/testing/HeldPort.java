package com.javaonjets.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port of this machine for a server that comes and goes. While nothing listens there a connection is refused, and the
 * system gives the port to no one else: a socket is bound to it that never listens. Servers share it, as they allow
 * addresses to be used again.
 */
public final class HeldPort implements AutoCloseable {

    private final InetAddress address;
    private final Socket holder = new Socket();

    public HeldPort() {
        this(InetAddress.getLoopbackAddress());
    }

    /** @param address of this machine */
    HeldPort(InetAddress address) {
        this(address, 0);
    }

    /** @param number 0 for one that is free */
    private HeldPort(InetAddress address, int number) {
        this.address = address;
        try {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(address, number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int number() {
        return holder.getLocalPort();
    }

    /** {@return the port of the same number of another address} */
    HeldPort of(InetAddress other) {
        return new HeldPort(other, number());
    }

    /** Listens; closing the result leaves the port held. */
    ServerSocket listen() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, number()));
        return socket;
    }

    @Override
    public void close() {
        CountingProxy.close(holder);
    }
}
