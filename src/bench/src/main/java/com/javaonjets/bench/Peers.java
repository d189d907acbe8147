package com.javaonjets.bench;

import com.javaonjets.config.Adapter;
import com.javaonjets.connection.Connections;
import com.javaonjets.testing.TestConfig;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Jets and HikariCP on one server, each with one connection. */
final class Peers implements AutoCloseable {

    private final Connections jets;
    private final HikariDataSource hikariCp;

    private Peers(Connections jets, HikariDataSource hikariCp) {
        this.jets = jets;
        this.hikariCp = hikariCp;
    }

    static Peers open(Target target) {
        return open(target.jdbcUrl(), target.user(), target.password());
    }

    static Peers open(String jdbcUrl, String user, String password) {
        Adapter adapter = jdbcUrl.startsWith("jdbc:mysql:") ? Adapter.MYSQL : Adapter.POSTGRESQL;
        // A jdbc: URL goes to the driver as it is: both have the same one.
        TestConfig config = TestConfig.of(adapter, "127.0.0.1", 1, "any")
                .withJdbcUrl(jdbcUrl)
                .withLogin(user, password);
        return new Peers(Connections.open(config.build(), Map.of()), pool(jdbcUrl, user, password));
    }

    private static HikariDataSource pool(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    Connection jets() throws SQLException {
        return jets.borrow();
    }

    Connection hikariCp() throws SQLException {
        return hikariCp.getConnection();
    }

    @Override
    public void close() {
        jets.close();
        hikariCp.close();
    }
}
