package com.javaonjets.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

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

    Pool(Address address, int size, Counters counters) {
        this.address = address;
        this.size = size;
        this.counters = counters;
    }

    @Override
    public synchronized void open() throws SQLException {
        if (filled == null) {
            filled = around(Opening.once(address, counters));
        }
    }

    private Filled opened() throws SQLException {
        Filled open = filled;
        return open == null ? openedNow() : open;
    }

    private synchronized Filled openedNow() throws SQLException {
        Filled open = filled;
        if (open == null) {
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
            hikari.getConnection().close();
        }
        return new Filled(hikari, source);
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
    public Connection borrow() throws SQLException {
        Borrow mine = new Borrow(address, counters);
        while (true) {
            Filled pool = opened();
            Connection slot = slot(pool, mine);
            Link link = slot.unwrap(PooledConnection.class).link();
            if (link.alive(address.config().pingAfter(), mine.pingMilliseconds())) {
                return mine.lend(link, (used, fit) -> returned(pool, slot, fit ? null : used));
            }
            counters.foundDead.incrementAndGet();
            returned(pool, slot, link);
        }
    }

    private Connection slot(Filled pool, Borrow mine) throws SQLException {
        pool.source().tryAgain();
        boolean counted = false;
        while (true) {
            try {
                return pool.hikari().getConnection(look(mine.patience()));
            } catch (SQLTransientConnectionException e) {
                refuse(pool, mine, e);
            }
            if (!counted && pool.hikari().getTotalConnections() >= size) {
                counted = true;
                mine.waits();
            }
        }
    }

    private static long look(Patience patience) {
        return patience.isBounded() ? Math.min(LOOK, patience.left().toMillis()) : LOOK;
    }

    private void refuse(Filled pool, Borrow mine, SQLException late) throws SQLException {
        SQLException reason = pool.source().failure();
        if (reason != null) {
            throw new SQLException(reason.getMessage(), reason.getSQLState(), reason.getErrorCode(), reason);
        }
        if (mine.patience().endsWithin(0)) {
            throw tooLate(pool, mine, late);
        }
    }

    private SQLException tooLate(Filled pool, Borrow mine, SQLException late) {
        SQLException server = pool.source().lastFailure();
        if (server != null && pool.hikari().getTotalConnections() < size) {
            return Opening.late(server, mine.patience());
        }
        SQLException refusal = mine.allBorrowed(size);
        refusal.initCause(late);
        return refusal;
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
