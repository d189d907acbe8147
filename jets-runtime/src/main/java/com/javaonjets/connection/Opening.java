package com.javaonjets.connection;

import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Opens a connection, and waits where the server is full or starts. Between attempts it waits for a random time up to a
 * bound that doubles, so that functions that were refused together do not come back together (full jitter, as the AWS
 * Architecture Blog describes it).
 */
final class Opening {

    private static final long BASE_MILLIS = 25;
    private static final long CAP_MILLIS = 1000;

    /** PostgreSQL: too many connections; the server starts or stops. */
    private static final Set<String> STATES = Set.of("53300", "57P03");

    /** MySQL: too many connections, in all, of this user, and as its account allows. */
    private static final Set<Integer> CODES = Set.of(1040, 1203, 1226);

    private final Address address;
    private final long start = System.nanoTime();

    private Opening(Address address) {
        this.address = address;
    }

    /**
     * Opens a connection within {@code connect_timeout}.
     *
     * @throws SQLException at once for what waiting does not mend; else when the time is up, quoting the server
     */
    static Link patiently(Address address) throws SQLException {
        return new Opening(address).link();
    }

    private Link link() throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try {
                return address.source(left()).link();
            } catch (SQLException e) {
                pause(attempt, e);
            }
        }
    }

    private void pause(int attempt, SQLException failure) throws SQLException {
        if (!passes(failure)) {
            throw failure;
        }
        long pause = ThreadLocalRandom.current().nextLong(bound(attempt) + 1);
        if (isBounded() && left().toMillis() <= pause) {
            throw new SQLException(
                    failure.getMessage() + "; waited for it as long as connect_timeout in config/database.yml allows, "
                            + address.config().connectTimeout().toMillis() + " ms",
                    failure.getSQLState(),
                    failure.getErrorCode(),
                    failure);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    static long bound(int attempt) {
        return Math.min(CAP_MILLIS, BASE_MILLIS << Math.min(attempt, 10));
    }

    private boolean isBounded() {
        return !address.config().connectTimeout().isZero();
    }

    /** What is left of the time; at least a millisecond, for zero means no limit. */
    private Duration left() {
        if (!isBounded()) {
            return Duration.ZERO;
        }
        Duration left = address.config().connectTimeout().minusNanos(System.nanoTime() - start);
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
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
