package com.javaonjets.bench.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The end of every start. */
final class FirstRow {

    private FirstRow() {}

    /** Runs one statement and ends the JVM at once: how it would end is no part of a start. */
    static void of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 7")) {
            row.next();
            System.out.println(row.getInt(1));
            System.out.flush();
        }
        Runtime.getRuntime().halt(0);
    }
}
