package com.javaonjets.embedded;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/**
 * The connections that the users of a server hold to its keeper. The operating system closes one when its process ends,
 * however it ends. A user is told what was said before it came, and admitted or turned away, but never forgotten: once
 * idle, nobody is let in.
 */
final class Leases implements AutoCloseable {

    private final ServerSocket door;
    private final String id = UUID.randomUUID().toString();
    private final Set<Socket> held = new HashSet<>();
    private final List<Message> said = new ArrayList<>();
    private int admitted;
    private boolean closed;

    private Leases(ServerSocket door) {
        this.door = door;
    }

    static Leases open() throws IOException {
        Leases leases = new Leases(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        startDaemon("jets-leases", leases::admitAll);
        return leases;
    }

    /** Where the door is, and how to tell it from a stranger's that has the same number later. */
    Properties address() {
        Properties address = new Properties();
        address.setProperty("port", Integer.toString(door.getLocalPort()));
        address.setProperty("id", id);
        address.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        return address;
    }

    /** Tells all users, and those that come; what was under way is no news to them once it is done. */
    synchronized void say(Message message) {
        if (message.kind() != Message.Kind.PROGRESS) {
            said.clear();
        }
        said.add(message);
        for (Socket user : held) {
            tell(user, message);
        }
    }

    /** Waits until somebody has come, who may be gone again, or until the bound. */
    synchronized void awaitFirst(Duration bound) throws InterruptedException {
        awaitAnother(0, bound);
    }

    /** Waits until there has been no user for a while, and lets nobody in from then on. */
    synchronized void awaitIdle(Duration linger) throws InterruptedException {
        while (!closed) {
            if (!held.isEmpty()) {
                wait();
            } else if (!awaitAnother(admitted, linger)) {
                close();
            }
        }
    }

    private boolean awaitAnother(int before, Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (admitted == before && !closed && System.nanoTime() - end < 0) {
            wait(millisUntil(end));
        }
        return admitted > before;
    }

    /** Lets nobody in, and sends those that are in away. */
    @Override
    public synchronized void close() {
        closed = true;
        closeQuietly(door);
        held.forEach(Leases::closeQuietly);
        notifyAll();
    }

    private void admitAll() {
        try {
            while (true) {
                admit(door.accept());
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private synchronized void admit(Socket user) {
        if (closed) {
            closeQuietly(user);
            return;
        }
        held.add(user);
        admitted++;
        tell(user, new Message(Message.Kind.GREETING, id));
        said.forEach(message -> tell(user, message));
        startDaemon("jets-lease", () -> awaitEnd(user));
        notifyAll();
    }

    private void awaitEnd(Socket user) {
        try (user) {
            while (user.getInputStream().read() >= 0) {
                // Nothing that a user could say matters.
            }
        } catch (IOException e) {
            // As good as closed.
        }
        leave(user);
    }

    private synchronized void leave(Socket user) {
        held.remove(user);
        notifyAll();
    }

    private static void tell(Socket user, Message message) {
        try {
            message.write(new DataOutputStream(user.getOutputStream()));
        } catch (IOException e) {
            // It is gone, which its own thread notices.
        }
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // The operating system closes it when this process ends, which is soon.
        }
    }

    private static long millisUntil(long end) {
        return Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    }

    private static void startDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
