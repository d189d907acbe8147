package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens a connection of its own for each call, which its caller closes: for migrations and other work that needs a
 * session to itself. Thread-safe.
 */
public final class DirectDataSource implements SimpleDataSource {

    private static final AtomicLong TICKETS = new AtomicLong();

    private final Target target;

    private DirectDataSource(Target target) {
        this.target = target;
    }

    /** A source of connections to the database. */
    public static DirectDataSource of(DatabaseConfig config) {
        return new DirectDataSource(Target.database(config, false));
    }

    /**
     * A source of connections to the database's server, whether or not the database exists yet: for creating and
     * dropping it.
     *
     * @throws JetsException if the database's URL has a form that leaves its server unknown
     */
    public static DirectDataSource ofServer(DatabaseConfig config) {
        return new DirectDataSource(Target.server(config));
    }

    /** A source of connections that are kept, opened in the fewest round trips. */
    static DirectDataSource kept(DatabaseConfig config, Limits limits) {
        return new DirectDataSource(Target.kept(config, limits));
    }

    /**
     * Opens a connection, within the database's {@code connect_timeout}.
     *
     * @throws SQLException if that fails, naming adapter, host, port, database and user, with the driver's SQLState,
     *     code and exception
     * @throws JetsException if the driver is not on the class path
     */
    @Override
    public Connection getConnection() throws SQLException {
        try {
            return connect(target.properties());
        } catch (NoClassDefFoundError e) {
            throw withoutDriver(e);
        }
    }

    /**
     * Opens a connection that is kept, as {@link #getConnection()} does.
     *
     * @throws SQLException as {@link #getConnection()}
     */
    Link link() throws SQLException {
        String ticket = "jets-" + TICKETS.incrementAndGet();
        ProbedSocket.opens(target.config().connectTimeout());
        try {
            awaitHost();
            return link(connect(target.properties(ticket)), ticket);
        } catch (NoClassDefFoundError e) {
            throw withoutDriver(e);
        } finally {
            ProbedSocket.opened();
            target.profile().forget(ticket);
        }
    }

    private void awaitHost() throws SQLException {
        DatabaseConfig config = target.config();
        if (config.loopback() || config.jdbcUrl().isPresent() || isAddress(config.host())) {
            return;
        }
        try {
            HostLookup.await(config.host(), config.connectTimeout());
        } catch (SQLException e) {
            throw ConnectFailure.of(target, e);
        }
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    private Link link(Connection connection, String ticket) throws SQLException {
        try {
            return new Link(connection, target.profile().session(connection, ticket, target.config()));
        } catch (SQLException | RuntimeException | Error e) {
            close(connection, e);
            throw e;
        }
    }

    private Connection connect(Properties properties) throws SQLException {
        Connection connection;
        try {
            connection = target.profile().connect(target, properties);
        } catch (SQLException e) {
            throw ConnectFailure.of(target, e);
        }
        if (connection == null) {
            throw new SQLException(
                    "the driver of " + target + " does not take the form of its url in config/database.yml, "
                            + target.config().environment() + "; expected jdbc:"
                            + target.config().adapter() + "://HOST:PORT/DATABASE",
                    "08001");
        }
        if (target.limitsReadsWhileOpening()) {
            unlimit(connection);
        }
        return connection;
    }

    private static void unlimit(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(SameThread.INSTANCE, 0);
        } catch (SQLException | RuntimeException | Error e) {
            close(connection, e);
            throw e;
        }
    }

    /** So that what fails after the login leaves no session behind, which no one would know. */
    private static void close(Connection connection, Throwable failure) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private JetsException withoutDriver(NoClassDefFoundError e) {
        try {
            Class.forName(target.profile().driver(), false, DirectDataSource.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return new JetsException(
                    "no driver for adapter '" + target.config().adapter()
                            + "' on the class path; add the dependency "
                            + target.profile().coordinates() + " to pom.xml",
                    e);
        }
        throw e;
    }

    /** {@return the time that opening may take, in whole seconds, at least 1} */
    @Override
    public int getLoginTimeout() {
        return (int) Math.max(1, target.config().connectTimeout().toSeconds());
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
