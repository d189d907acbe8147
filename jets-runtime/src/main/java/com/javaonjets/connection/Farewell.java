package com.javaonjets.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Knows the connections that are open, and closes them as the process ends: by a farewell that lets the server tell an end
 * from a loss. As a shutdown hook it begins with SIGTERM, which leaves a function some hundred milliseconds, and with the
 * return of the last thread. It waits neither for who has borrowed a connection nor for a network that does not move.
 *
 * <p>One class, so that nothing is loaded at the end: the thread that the hook is, and the threads that it starts, one for
 * each connection.
 */
final class Farewell extends Thread {

    /** What all of them may take together, in milliseconds, of some 300 that Lambda leaves a function. */
    private static final long LIMIT = 100;

    private static final Map<Link, Counters> OPEN = new ConcurrentHashMap<>();

    private static volatile boolean begun;

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Farewell(null));
        } catch (IllegalStateException e) {
            // The process ends already, and this is the first connection: its borrower closes it.
            begun = true;
        }
    }

    private final @Nullable Link link;

    /** @param link which to close; null for all */
    private Farewell(@Nullable Link link) {
        super("jets-farewell");
        this.link = link;
        setDaemon(true);
    }

    /** Notes a connection, by the counters of the database it belongs to. */
    static void opened(Link link, Counters database) {
        OPEN.put(link, database);
    }

    static void closed(Link link) {
        OPEN.remove(link);
    }

    /** Whether the process ends: what is returned now is not kept. */
    static boolean hasBegun() {
        return begun;
    }

    /** Takes back what is borrowed of one database, whichever thread has it. */
    static void takeBack(Counters database, String when) {
        for (Map.Entry<Link, Counters> entry : OPEN.entrySet()) {
            LentConnection lent = entry.getKey().lent();
            if (entry.getValue() == database && lent != null) {
                lent.takeBack(when);
            }
        }
    }

    @Override
    public void run() {
        if (link == null) {
            toAll();
            return;
        }
        try {
            link.leave();
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Farewell.class).debug("a connection did not close", e);
        }
    }

    private static void toAll() {
        long start = System.nanoTime();
        begun = true;
        List<Farewell> each = new ArrayList<>();
        for (Link link : OPEN.keySet()) {
            Farewell one = new Farewell(link);
            one.start();
            each.add(one);
        }
        for (Farewell one : each) {
            one.await(start);
        }
    }

    /** Whoever is not done in time has its socket closed, with what it waits for. */
    private void await(long start) {
        long left = LIMIT - millisSince(start);
        try {
            if (left > 0) {
                join(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isAlive() && link != null) {
            link.cut();
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
