package com.javaonjets.connection;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.javaonjets.Database;
import com.javaonjets.Jets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A function whose event is a query, answered by a number. It borrows while it is initialised, and keeps that where
 * {@value #FORGETFUL} is set.
 */
public final class SnapStartHandler implements RequestHandler<String, String> {

    static final String FORGETFUL = "FORGETFUL";

    /** The event that asks what happened to the connections. */
    static final String STATISTICS = "statistics";

    /** The event that uses the connection which was borrowed before. */
    static final String KEPT = "kept";

    private static final Database DB = Jets.database();
    private static final @Nullable Connection BORROWED = borrowed();

    /** For Lambda. */
    public SnapStartHandler() {}

    private static @Nullable Connection borrowed() {
        try {
            return System.getenv(FORGETFUL) == null ? null : DB.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String handleRequest(String event, Context context) {
        if (event.equals(STATISTICS)) {
            return DB.statistics().toString();
        }
        try {
            if (event.equals(KEPT) && BORROWED != null) {
                return number(BORROWED, "select 7");
            }
            try (Connection connection = DB.getConnection()) {
                return number(connection, event);
            }
        } catch (SQLException e) {
            return e.toString();
        }
    }

    private static String number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Long.toString(row.getLong(1));
        }
    }
}
