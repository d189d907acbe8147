package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A program that opens a database as a function does, and for each line it reads borrows and runs that statement. */
public final class Borrower {

    private Borrower() {}

    /**
     * Runs until its input ends.
     *
     * @param arguments adapter, port, database, pool
     */
    public static void main(String[] arguments) throws IOException {
        DatabaseConfig config = TestConfig.of(
                        Adapter.valueOf(arguments[0]), "127.0.0.1", Integer.parseInt(arguments[1]), arguments[2])
                .withPool(Integer.parseInt(arguments[3]))
                .build();
        Connections connections = Connections.open(config, Map.of());
        System.out.println("open");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
            System.out.println(answer(connections, sql));
        }
        connections.close();
    }

    private static String answer(Connections connections, String sql) {
        try (Connection connection = connections.borrow()) {
            return Long.toString(Server.number(connection, sql));
        } catch (SQLException e) {
            return e.toString().replace('\n', ' ');
        }
    }
}
