package com.javaonjets.bench.start;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** HikariCP by itself, with one connection. */
public final class HikariStart {

    private HikariStart() {}

    /**
     * Connects and reads one row.
     *
     * @param arguments JDBC URL, user, password
     */
    @SuppressWarnings("try") // the JVM ends inside
    public static void main(String[] arguments) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            FirstRow.of(connection);
        }
    }
}
