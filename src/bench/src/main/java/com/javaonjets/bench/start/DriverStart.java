package com.javaonjets.bench.start;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** The driver by itself: the least that a start can cost. */
public final class DriverStart {

    private DriverStart() {}

    /**
     * Connects and reads one row. The process environment says where: JDBC_URL, DB_USER, DB_PASSWORD.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws SQLException {
        String url = System.getenv("JDBC_URL");
        Driver driver = url.startsWith("jdbc:mysql:") ? new com.mysql.cj.jdbc.Driver() : new org.postgresql.Driver();
        Properties login = new Properties();
        login.setProperty("user", System.getenv("DB_USER"));
        login.setProperty("password", System.getenv("DB_PASSWORD"));
        Connection connection = driver.connect(url, login);
        FirstRow.of(connection);
    }
}
