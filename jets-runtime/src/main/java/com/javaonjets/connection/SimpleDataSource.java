package com.javaonjets.connection;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source that is set up before it is made, and so refuses what {@link DataSource} allows to change later: its
 * user, its log writer and its timeout.
 */
public interface SimpleDataSource extends DataSource {

    @Override
    default Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user stands in config/database.yml; call getConnection()");
    }

    @Override
    default PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("no log writer; logging goes to slf4j");
    }

    @Override
    default void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("no log writer; logging goes to slf4j");
    }

    @Override
    default void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the time limit is connect_timeout in config/database.yml");
    }

    @Override
    default Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no java.util.logging; logging goes to slf4j");
    }

    @Override
    default <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException(getClass().getName() + " wraps no " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    default boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
