package com.javaonjets.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * HikariCP, opening connections as they are needed and never closing one for its age: an idle execution environment is
 * frozen, so what must happen in the background does not happen. Its pool is used without its data source, which has one
 * time limit for all borrows, where here each has its own.
 */
final class Pool implements Holder {

    /** After which a borrow that waits looks whether the pool failed to grow, in milliseconds. */
    private static final long LOOK = 50;

    private final Address address;
    private final int size;
    private final Counters counters;
    private volatile @Nullable Filled filled;
    private volatile boolean closed;

    Pool(Address address, int size, Counters counters) {
        this.address = address;
        this.size = size;
        this.counters = counters;
    }

    @Override
    public synchronized void open() throws SQLException {
        if (filled == null && !closed) {
            filled = around(Opening.once(address, counters));
        }
    }

    private @Nullable Filled opened() throws SQLException {
        Filled open = filled;
        return open == null ? openedNow() : open;
    }

    private synchronized @Nullable Filled openedNow() throws SQLException {
        Filled open = filled;
        if (open == null && !closed) {
            open = around(null);
            filled = open;
        }
        return open;
    }

    /** @param first a connection that was opened here and not by HikariCP, which would try again and again */
    private Filled around(@Nullable Link first) throws SQLException {
        PoolSource source = new PoolSource(address, counters, first);
        HikariConfig settings = settings(source);
        settings.validate();
        HikariPool hikari = new HikariPool(settings);
        if (first != null) {
            take(hikari);
        }
        return new Filled(hikari, source);
    }

    /** Has the pool take the connection that was opened for it. A thread that is interrupted does not wait for that. */
    private static void take(HikariPool hikari) {
        try {
            hikari.getConnection().close();
        } catch (SQLException e) {
            LoggerFactory.getLogger(Pool.class).debug("a pool has not taken its first connection yet", e);
        }
    }

    private HikariConfig settings(PoolSource source) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("jets-" + address.config().name());
        settings.setDataSource(source);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.setIdleTimeout(0);
        settings.setMaxLifetime(0);
        settings.setKeepaliveTime(0);
        settings.setScheduledExecutor(new NoHousekeeping());
        return settings;
    }

    /** Finds the dead at the cost of no trip and no error, each once. */
    @Override
    public @Nullable Connection borrow() throws SQLException {
        Borrow mine = new Borrow(address, counters);
        while (true) {
            Filled pool = opened();
            Connection slot = pool == null ? null : slot(pool, mine);
            if (pool == null || slot == null) {
                return null;
            }
            Connection lent = lent(pool, slot, mine);
            if (lent != null) {
                return lent;
            }
        }
    }

    /** {@return null if it was dead} */
    private @Nullable Connection lent(Filled pool, Connection slot, Borrow mine) throws SQLException {
        Link link = null;
        Connection lent = null;
        try {
            Link found = slot.unwrap(PooledConnection.class).link();
            link = found;
            if (found.alive(address.config().pingAfter(), mine.pingMilliseconds())) {
                lent = mine.lend(found, (used, fit) -> returned(pool, slot, used, fit));
            } else {
                counters.foundDead.incrementAndGet();
            }
            return lent;
        } finally {
            if (lent == null) {
                returned(pool, slot, link);
            }
        }
    }

    /** {@return null if the pool is closed} */
    private @Nullable Connection slot(Filled pool, Borrow mine) throws SQLException {
        pool.source().tryAgain();
        boolean counted = false;
        SQLException server = null;
        while (!closed) {
            try {
                return pool.hikari().getConnection(look(mine.patience()));
            } catch (SQLTransientConnectionException e) {
                SQLException heard = pool.source().lastFailure();
                server = heard == null ? server : heard;
                if (!closed) {
                    refuse(pool, mine, server, e);
                }
            }
            if (!counted && pool.hikari().getTotalConnections() >= size) {
                counted = true;
                mine.waits();
            }
        }
        return null;
    }

    private static long look(Patience patience) {
        return patience.isBounded() ? Math.min(LOOK, patience.left().toMillis()) : LOOK;
    }

    /** @param server what it said last, if that is known */
    private void refuse(Filled pool, Borrow mine, @Nullable SQLException server, SQLException late)
            throws SQLException {
        pool.source().goOn();
        if (mine.patience().endsWithin(0)) {
            throw tooLate(pool, mine, server, late);
        }
    }

    private SQLException tooLate(Filled pool, Borrow mine, @Nullable SQLException server, SQLException late) {
        if (server != null && pool.hikari().getTotalConnections() < size) {
            return Opening.late(server, mine.patience());
        }
        SQLException refusal = mine.allBorrowed(size);
        refusal.initCause(late);
        return refusal;
    }

    private void returned(Filled pool, Connection slot, Link used, boolean fit) {
        returned(pool, slot, fit ? null : used);
        if (fit && closed) {
            used.end();
        }
    }

    private static void returned(Filled pool, Connection slot, @Nullable Link dead) {
        if (dead != null) {
            dead.drop();
            pool.hikari().evictConnection(slot);
            return;
        }
        try {
            slot.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a pool cannot fail to take back what it lent", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Filled open = filled;
        filled = null;
        if (open == null) {
            return;
        }
        try {
            open.hikari().shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A pool, and what fills it. */
    private record Filled(HikariPool hikari, PoolSource source) {}
}
