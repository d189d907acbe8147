package com.javaonjets.bench.start;

import com.javaonjets.Database;
import com.javaonjets.Jets;
import java.sql.Connection;
import java.sql.SQLException;

/** A handler's static field, and what its first invocation does. The process environment says which database. */
public final class JetsStart {

    private static final Database DB = Jets.database();

    private JetsStart() {}

    /**
     * Connects and reads one row.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DB.getConnection()) {
            FirstRow.of(connection);
        }
    }
}
