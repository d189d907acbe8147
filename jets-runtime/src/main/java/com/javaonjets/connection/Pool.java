package com.javaonjets.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * HikariCP, opening connections as they are needed and never closing one for its age: an idle execution environment is
 * frozen, so what must happen in the background does not happen.
 */
final class Pool implements Holder {

    /** What a borrow waits beyond the time limit of connecting, so that it hears why connecting failed. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Address address;
    private final int size;
    private volatile @Nullable HikariDataSource hikari;

    Pool(Address address, int size) {
        this.address = address;
        this.size = size;
    }

    @Override
    public synchronized void open() throws SQLException {
        if (hikari == null) {
            hikari = around(address.source().link());
        }
    }

    private HikariDataSource opened() throws SQLException {
        HikariDataSource open = hikari;
        return open == null ? openedNow() : open;
    }

    private synchronized HikariDataSource openedNow() throws SQLException {
        HikariDataSource open = hikari;
        if (open == null) {
            open = around(Opening.patiently(address));
            hikari = open;
        }
        return open;
    }

    /** A first connection is opened here and not by HikariCP, which would try for the whole of its time limit. */
    private HikariDataSource around(Link first) throws SQLException {
        HikariDataSource pool = new HikariDataSource(settings(address, size, new PoolSource(address, first)));
        pool.getConnection().close();
        return pool;
    }

    private static HikariConfig settings(Address address, int size, PoolSource source) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("jets-" + address.config().name());
        settings.setDataSource(source);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.setConnectionTimeout(limit(address).toMillis());
        settings.setIdleTimeout(0);
        settings.setMaxLifetime(0);
        settings.setKeepaliveTime(0);
        settings.setScheduledExecutor(new NoHousekeeping());
        return settings;
    }

    /** HikariCP takes zero for no limit too. */
    private static Duration limit(Address address) {
        Duration limit = address.config().connectTimeout();
        return limit.isZero() ? limit : limit.plus(MARGIN);
    }

    /** Finds the dead at the cost of no trip and no error, each once. */
    @Override
    public Connection borrow() throws SQLException {
        while (true) {
            HikariDataSource pool = opened();
            Connection slot = slot(pool);
            Link link = slot.unwrap(PooledConnection.class).link();
            if (link.alive(address.config().pingAfter(), address.pingMilliseconds())) {
                return new LentConnection(link, (used, fit) -> returned(pool, slot, fit ? null : used));
            }
            returned(pool, slot, link);
        }
    }

    private Connection slot(HikariDataSource pool) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private static void returned(HikariDataSource pool, Connection slot, @Nullable Link dead) {
        if (dead != null) {
            dead.drop();
            pool.evictConnection(slot);
            return;
        }
        try {
            slot.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a pool cannot fail to take back what it lent", e);
        }
    }

    private SQLException explained(SQLException failure) {
        if (failure.getCause() instanceof SQLException reason) {
            return new SQLException(reason.getMessage(), reason.getSQLState(), reason.getErrorCode(), failure);
        }
        return address.allBorrowed(size, limit(address));
    }

    @Override
    public synchronized void close() {
        HikariDataSource open = hikari;
        hikari = null;
        if (open != null) {
            open.close();
        }
    }
}
