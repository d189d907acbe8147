package com.javaonjets.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a driver and its server, counts round trips, and does to the line what networks do to it.
 *
 * <p>A round trip is an answer that follows something sent: what the client sends in several pieces before the answer
 * begins, and an answer in several pieces, are one. A TLS ChangeCipherSpec record by itself asks nothing, and what is
 * answered to a client that has gone is read by no one.
 */
public final class CountingProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final AtomicInteger trips = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<ProxiedLine> lines = new CopyOnWriteArrayList<>();
    private final Object gate = new Object();

    private final HeldPort port;

    private volatile ServerSocket listener;
    private volatile Thread acceptor = new Thread();
    private volatile Faults faults = Faults.NONE;

    private CountingProxy(InetSocketAddress server, HeldPort port) {
        this.server = server;
        this.port = port;
        this.listener = listen();
    }

    /** A proxy on a free port of this machine. */
    public static CountingProxy to(String host, int port) {
        return new CountingProxy(new InetSocketAddress(host, port), new HeldPort());
    }

    /** A proxy on a free port of another address of this machine than its own to itself. */
    public static CountingProxy on(InetAddress address, String host, int port) {
        return new CountingProxy(new InetSocketAddress(host, port), new HeldPort(address));
    }

    /** {@return a proxy to the same server, on the same port of another address of this machine} */
    public CountingProxy on(InetAddress other) {
        return new CountingProxy(server, port.of(other));
    }

    public int port() {
        return port.number();
    }

    /** {@return the round trips since the last call} */
    public int trips() {
        return trips.getAndSet(0);
    }

    /** {@return the connections made since the last call} */
    public int connections() {
        return connections.getAndSet(0);
    }

    /** Lets every piece of data wait, in both directions. */
    public void delay(Duration each) {
        change(faults.delayed(each));
    }

    /** Holds all data back, in both directions, and the ends of connections too; {@link #resume} lets it go on. */
    public void stall() {
        change(faults.stalled(true));
    }

    public void resume() {
        change(faults.stalled(false));
    }

    /** Forgets the connections there are: what either side sends gets nowhere, and no one is told. */
    public void forget() {
        lines.forEach(ProxiedLine::forget);
    }

    /** Does not tell one side that the other has gone: the network lost its FIN and RST. */
    public void withholdEnds() {
        change(faults.withholding(true));
    }

    /** Ends every connection at the next answer, once the server has got what was asked. */
    public void cutBeforeAnswer() {
        change(faults.cutting(true));
    }

    /** Loses what comes together with a command of MySQL's, as something that takes one at a time. */
    public void takeOneCommandAtATime() {
        change(faults.single(true));
    }

    /** Takes back all that was asked for, for connections to come. */
    public void behave() {
        change(Faults.NONE);
    }

    /** Ends the connections there are, on both sides; returns when both were told. */
    public void cut() {
        lines.forEach(ProxiedLine::close);
        awaitEnds();
        lines.clear();
    }

    /** Returns when every connection has ended, and the clients were told. */
    public void awaitEnds() {
        while (!lines.stream().allMatch(ProxiedLine::hasEnded)) {
            Thread.onSpinWait();
        }
    }

    /** {@return what the client sent last, on each connection since the last {@link #cut}} */
    public List<byte[]> lastWords() {
        return lines.stream().map(ProxiedLine::lastWords).toList();
    }

    /** Takes no connection any more, as a server that is down; those there are stay. */
    public void refuse() {
        close(listener);
        // The system goes on listening until the thread that accepts has woken.
        while (acceptor.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /** Takes connections again, on the same port. */
    public void accept() {
        listener = listen();
    }

    @Override
    public void close() {
        refuse();
        cut();
        behave();
        port.close();
    }

    Faults faults() {
        return faults;
    }

    void count() {
        trips.incrementAndGet();
    }

    /** Returns when data may pass. */
    void pass() throws InterruptedException {
        Faults now = faults;
        if (!now.delay().isZero()) {
            // The delay is the network's that is played here; no test waits for it.
            TimeUnit.NANOSECONDS.sleep(now.delay().toNanos());
        }
        synchronized (gate) {
            while (faults.stalled()) {
                gate.wait();
            }
        }
    }

    private void change(Faults next) {
        synchronized (gate) {
            faults = next;
            gate.notifyAll();
        }
    }

    private ServerSocket listen() {
        try {
            ServerSocket socket = port.listen();
            acceptor = ProxiedLine.start("proxy", () -> acceptFrom(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptFrom(ServerSocket socket) throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            connections.incrementAndGet();
            Socket target = new Socket();
            ProxiedLine line = new ProxiedLine(this, client, target);
            lines.add(line);
            try {
                target.connect(server);
            } catch (IOException e) {
                // As the server itself would: a client that is not wanted is told at once.
                client.setSoLinger(true, 0);
                client.close();
                continue;
            }
            line.start();
        }
    }

    static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the network does wrong. */
    record Faults(Duration delay, boolean stalled, boolean withholding, boolean cutting, boolean single) {

        static final Faults NONE = new Faults(Duration.ZERO, false, false, false, false);

        Faults delayed(Duration each) {
            return new Faults(each, stalled, withholding, cutting, single);
        }

        Faults stalled(boolean yes) {
            return new Faults(delay, yes, withholding, cutting, single);
        }

        Faults withholding(boolean yes) {
            return new Faults(delay, stalled, yes, cutting, single);
        }

        Faults cutting(boolean yes) {
            return new Faults(delay, stalled, withholding, yes, single);
        }

        Faults single(boolean yes) {
            return new Faults(delay, stalled, withholding, cutting, yes);
        }
    }
}
