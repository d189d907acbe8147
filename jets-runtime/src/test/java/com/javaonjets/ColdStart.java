package com.javaonjets;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A program up to its first row: by the driver alone where it is given a URL, user and password, else by a {@link Database}. */
public final class ColdStart {

    private ColdStart() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = arguments.length == 0 ? database() : driver(arguments);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 7")) {
            row.next();
            System.out.println(row.getInt(1));
        }
    }

    private static Connection database() throws SQLException {
        return Jets.database().getConnection();
    }

    private static Connection driver(String[] arguments) throws SQLException {
        Driver driver =
                arguments[0].startsWith("jdbc:mysql:") ? new com.mysql.cj.jdbc.Driver() : new org.postgresql.Driver();
        Properties login = new Properties();
        login.setProperty("user", arguments[1]);
        login.setProperty("password", arguments[2]);
        return driver.connect(arguments[0], login);
    }
}
