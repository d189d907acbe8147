package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens a connection of its own for each call, which its caller closes: for migrations and other work that needs a
 * session to itself.
 */
public final class DirectDataSource implements DataSource {

    private final DatabaseConfig config;

    private DirectDataSource(DatabaseConfig config) {
        this.config = config;
    }

    /** A source of connections to the database. */
    public static DirectDataSource of(DatabaseConfig config) {
        return new DirectDataSource(config);
    }

    /** A source of connections to the database's server, whether or not the database exists yet: for creating and dropping it. */
    public static DirectDataSource ofServer(DatabaseConfig config) {
        return new DirectDataSource(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        throw new UnsupportedOperationException(config.name());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
