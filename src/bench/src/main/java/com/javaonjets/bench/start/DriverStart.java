package com.javaonjets.bench.start;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** The driver by itself: the least that a start can cost. */
public final class DriverStart {

    private DriverStart() {}

    /**
     * Connects and reads one row.
     *
     * @param arguments JDBC URL, user, password
     */
    public static void main(String[] arguments) throws SQLException {
        String url = arguments[0];
        Driver driver = url.startsWith("jdbc:mysql:") ? new com.mysql.cj.jdbc.Driver() : new org.postgresql.Driver();
        Properties login = new Properties();
        login.setProperty("user", arguments[1]);
        login.setProperty("password", arguments[2]);
        Connection connection = driver.connect(url, login);
        FirstRow.of(connection);
    }
}
