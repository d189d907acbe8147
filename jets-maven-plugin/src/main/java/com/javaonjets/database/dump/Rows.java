package com.javaonjets.database.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What queries answer, on one connection. */
record Rows(Connection connection) {

    <T> List<T> list(String query, Reading<T> reading) throws SQLException {
        List<T> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                list.add(reading.of(rows));
            }
        }
        return list;
    }

    List<String> texts(String query) throws SQLException {
        return list(query, row -> row.getString(1));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A column that may be null. */
    static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** Makes a value of the row that a result stands at. */
    interface Reading<T> {

        T of(ResultSet row) throws SQLException;
    }
}
