package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What differs between the drivers. Loading a profile does not load its driver. */
sealed interface DriverProfile permits MysqlProfile, PostgresqlProfile {

    static DriverProfile of(Adapter adapter) {
        // A switch would be one class more to load.
        return adapter == Adapter.POSTGRESQL ? new PostgresqlProfile() : new MysqlProfile();
    }

    /**
     * Connects by the driver.
     *
     * @return null if the driver does not take the form of the URL
     * @throws NoClassDefFoundError if the driver is not on the class path
     */
    @Nullable
    Connection connect(Target target, Properties properties) throws SQLException;

    /** The name of the driver's class. */
    String driver();

    /** The Maven coordinates that bring the driver, {@code groupId:artifactId}. */
    String coordinates();

    /** The database that every server of the kind has; blank where a connection needs none. */
    String maintenanceDatabase();

    /** What every connection gets: time limits while it opens, TLS, keepalive. */
    Map<String, String> essentials(DatabaseConfig config);

    /**
     * What saves round trips on a connection that is opened once and kept, and whose session is changed through JDBC
     * alone.
     */
    Map<String, String> shortcuts(DatabaseConfig config, Limits limits);

    /** What the session of such a connection is set to as it opens. */
    SessionSettings settings(Limits limits);

    /**
     * What lets the driver make its sockets here, so that a connection can be looked at.
     *
     * @param ticket names the opening, for {@link #session}
     */
    Map<String, String> sockets(String ticket);

    /** What is known of an open connection. */
    DriverSession session(Connection connection, String ticket, DatabaseConfig config) throws SQLException;

    /** Called when an opening is over, whatever came of it. */
    void forget(String ticket);

    /** The name of the driver's property that bounds each read from the socket. */
    String readTimeout();
}
