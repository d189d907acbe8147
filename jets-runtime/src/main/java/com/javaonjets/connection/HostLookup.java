package com.javaonjets.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks a host's name up before a driver does, whose own look-up nothing can bound: the JVM keeps the answer for it. A thread
 * that is not answered waits on by itself, and keeps no process alive.
 */
final class HostLookup {

    private HostLookup() {}

    /**
     * Returns when the driver would not wait: the name is known, or known not to be.
     *
     * @param limit how long that may take; zero is no limit
     * @throws SQLException if it takes longer
     */
    static void await(String host, Duration limit) throws SQLException {
        await(host, limit, () -> InetAddress.getAllByName(host));
    }

    static void await(String host, Duration limit, Callable<?> lookup) throws SQLException {
        if (limit.isZero()) {
            return;
        }
        FutureTask<?> task = new FutureTask<>(lookup);
        Thread thread = new Thread(task, "jets-lookup");
        thread.setDaemon(true);
        thread.start();
        // A thread that is interrupted already may connect all the same.
        boolean interrupted = Thread.interrupted();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String late = "the name " + host + " was not resolved within " + limit.toMillis() + " ms";
            throw new SQLException(late, "08001", new IOException(late, e));
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException e) {
            // The driver will be told the same, and says it in its own way.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
