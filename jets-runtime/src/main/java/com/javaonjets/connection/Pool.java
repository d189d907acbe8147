package com.javaonjets.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * HikariCP, opening connections as they are needed and never closing one for its age: an idle execution environment is
 * frozen, so what must happen in the background does not happen.
 */
final class Pool {

    /** What a borrow waits beyond the time limit of connecting, so that it hears why connecting failed. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Address address;
    private final HikariDataSource hikari;

    private Pool(Address address, HikariDataSource hikari) {
        this.address = address;
        this.hikari = hikari;
    }

    /**
     * A pool that holds one connection.
     *
     * @throws SQLException if it cannot be opened
     */
    static Pool open(Address address, int size) throws SQLException {
        // Opened here and not by HikariCP, which would try for the whole of its time limit and hide the reason.
        PoolSource source = new PoolSource(address, address.source().getConnection());
        Pool pool = new Pool(address, new HikariDataSource(settings(address, size, source)));
        pool.borrow().close();
        return pool;
    }

    private static HikariConfig settings(Address address, int size, PoolSource source) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("jets-" + address.config().name());
        settings.setDataSource(source);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.setConnectionTimeout(
                address.config().connectTimeout().plus(MARGIN).toMillis());
        settings.setIdleTimeout(0);
        settings.setMaxLifetime(0);
        settings.setKeepaliveTime(0);
        settings.setScheduledExecutor(new NoHousekeeping());
        settings.setExceptionOverride(new Verdict());
        return settings;
    }

    Connection borrow() throws SQLException {
        try {
            return hikari.getConnection();
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private SQLException explained(SQLException failure) {
        if (failure.getCause() instanceof ConnectFailure reason) {
            return new SQLException(reason.getMessage(), reason.getSQLState(), reason.getErrorCode(), failure);
        }
        return new SQLException(
                "no connection to " + address + " is free: all " + hikari.getMaximumPoolSize()
                        + " were borrowed for " + hikari.getConnectionTimeout()
                        + " ms; close each after use, or set a larger pool in config/database.yml",
                failure.getSQLState(),
                failure);
    }

    void close() {
        hikari.close();
    }
}
