package com.javaonjets;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** What {@link OptionalDependenciesTest} runs in a class loader with the least that is needed. */
public final class BorrowingAlone implements Callable<Integer> {

    private final DatabaseConfig config;

    public BorrowingAlone(int port, String database) {
        config = TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", port, database).build();
    }

    @Override
    @SuppressWarnings("try") // the invocation's end is all its use
    public Integer call() throws SQLException {
        Database database = new Databases(() -> config, name -> config).primary();
        try (Invocation invocation = Jets.invocation(null);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 7")) {
            row.next();
            return row.getInt(1);
        }
    }
}
