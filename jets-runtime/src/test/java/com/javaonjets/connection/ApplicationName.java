package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.testing.TestConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** What {@link DriverDefaultsTest} runs in a class loader of its own: the name that a connection gives to the server. */
public final class ApplicationName implements Callable<String> {

    private final int port;
    private final String database;

    public ApplicationName(int port, String database) {
        this.port = port;
        this.database = database;
    }

    @Override
    public String call() throws SQLException {
        DirectDataSource source = DirectDataSource.of(
                TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", port, database).build());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show application_name")) {
            row.next();
            return row.getString(1);
        }
    }
}
