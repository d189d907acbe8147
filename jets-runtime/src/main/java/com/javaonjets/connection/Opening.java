package com.javaonjets.connection;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens a connection, and waits where the server is full or starts. Between attempts it waits for a random time up to a
 * bound that doubles, so that functions that were refused together do not come back together (full jitter, as the AWS
 * Architecture Blog describes it).
 */
final class Opening {

    private static final long BASE_MILLIS = 25;
    private static final long CAP_MILLIS = 1000;

    /** What an attempt may need, in milliseconds. */
    private static final long LAST_ATTEMPT = 100;

    /** PostgreSQL: too many connections; the server starts or stops. */
    private static final Set<String> STATES = Set.of("53300", "57P03");

    /** MySQL: too many connections, in all, of this user, and as its account allows. */
    private static final Set<Integer> CODES = Set.of(1040, 1203, 1226);

    private final Address address;
    private final Counters counters;
    private final Patience patience;
    private volatile @Nullable SQLException last;

    Opening(Address address, Counters counters, Patience patience) {
        this.address = address;
        this.counters = counters;
        this.patience = patience;
    }

    /**
     * Opens a connection in one attempt, within {@code connect_timeout} and the invocation's time. It takes several only
     * to find out what the server refuses to be told.
     *
     * @throws SQLException if that fails
     */
    static Link once(Address address, Counters counters) throws SQLException {
        return new Opening(address, counters, new Patience(address.config().connectTimeout(), Fence.current()))
                .attempt();
    }

    /**
     * Opens a connection, in as many attempts as there is patience for.
     *
     * @throws SQLException at once for what waiting does not mend; else when the time is up, quoting the server
     */
    static Link patiently(Address address, Counters counters, Patience patience) throws SQLException {
        return new Opening(address, counters, patience).link();
    }

    /** {@return why the last attempt failed, if one has} */
    @Nullable
    SQLException lastFailure() {
        return last;
    }

    /** The failure of a wait for a server that is full or starts. */
    static SQLException late(SQLException failure, Patience patience) {
        return new SQLException(
                failure.getMessage() + "; waited for it as long as " + patience.bound(),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    private Link attempt() throws SQLException {
        Acceptance acceptance = address.acceptance();
        while (true) {
            Acceptance.Extent told = acceptance.extent();
            try {
                Link link = address.source(patience.left(), told).link();
                acceptance.opened(told, address);
                counters.opened.incrementAndGet();
                Farewell.opened(link, counters);
                return link;
            } catch (SQLException e) {
                if (!acceptance.lessens(told, e)) {
                    throw e;
                }
            }
        }
    }

    Link link() throws SQLException {
        for (int failures = 0; ; failures++) {
            try {
                return attempt();
            } catch (SQLException e) {
                SQLException heard = telling(e, last);
                last = heard;
                pause(failures, heard);
            }
        }
    }

    /** {@return what tells more: of an attempt that the end of all patience cut short, what the server said before} */
    private SQLException telling(SQLException failure, @Nullable SQLException before) {
        boolean cut = String.valueOf(failure.getSQLState()).startsWith("08") && !passes(failure);
        return before != null && cut && patience.endsWithin(0) ? before : failure;
    }

    private void pause(int failures, SQLException failure) throws SQLException {
        if (!passes(failure)) {
            throw failure;
        }
        if (failures == 0) {
            counters.waited.incrementAndGet();
        }
        long pause = nextPause(failures);
        if (patience.endsWithin(pause)) {
            throw late(failure, patience);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** {@return how long to wait, so that what is left is enough for a last attempt} */
    private long nextPause(int failures) {
        long pause = Jitter.upTo(bound(failures));
        long left = patience.isBounded() ? patience.left().toMillis() - LAST_ATTEMPT : Long.MAX_VALUE;
        return left > 0 ? Math.min(pause, left) : pause;
    }

    static long bound(int failures) {
        return Math.min(CAP_MILLIS, BASE_MILLIS << Math.min(failures, 10));
    }

    /** Whether the failure is of those that go away by themselves. */
    static boolean passes(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return STATES.contains(state)
                || CODES.contains(failure.getErrorCode())
                // PgBouncer has this one state for all that it refuses.
                || (state.equals("08P01")
                        && String.valueOf(failure.getMessage()).contains("no more connections allowed"))
                || refused(failure);
    }

    private static boolean refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    && String.valueOf(cause.getMessage()).startsWith("Connection refused")) {
                return true;
            }
        }
        return false;
    }
}
