package com.javaonjets.bench.start;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** HikariCP by itself, with one connection. */
public final class HikariStart {

    private HikariStart() {}

    /**
     * Connects and reads one row. The process environment says where: JDBC_URL, DB_USER, DB_PASSWORD.
     *
     * @param arguments none
     */
    @SuppressWarnings("try") // the JVM ends inside
    public static void main(String[] arguments) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getenv("JDBC_URL"));
        config.setUsername(System.getenv("DB_USER"));
        config.setPassword(System.getenv("DB_PASSWORD"));
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            FirstRow.of(connection);
        }
    }
}
