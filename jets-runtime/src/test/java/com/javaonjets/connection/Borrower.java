package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A program that opens a database as a function does, and for each line it reads borrows and runs that statement. Behind
 * {@value #HOLD} it does so in a transaction, which stays open until the next line. At {@value #LEAVE} it returns without a
 * word to the database.
 */
public final class Borrower {

    static final String HOLD = "hold ";

    /** What a line begins with whose statement is run on two connections at a time. */
    static final String TWICE = "twice ";

    /** What a line begins with whose statement a shutdown hook is to run. */
    static final String AT_THE_END = "at the end ";

    /** The line at which it returns, and closes nothing. */
    static final String LEAVE = "leave";

    /** What a network that loses everything costs here; no test waits for it where the network works. */
    private static final int READ_LIMIT = 3000;

    private Borrower() {}

    /**
     * Runs until its input ends.
     *
     * @param arguments adapter, port, database, pool, and in milliseconds idle limit, ping_after, and the timeout of the
     *     function or 0; then ssl and server_version, or blanks
     */
    public static void main(String[] arguments) throws IOException {
        TestConfig common = TestConfig.of(
                        Adapter.valueOf(arguments[0]), "127.0.0.1", Integer.parseInt(arguments[1]), arguments[2])
                // What a server takes to start on a busy machine.
                .withConnectTimeout(Duration.ofMinutes(5))
                .withPool(Integer.parseInt(arguments[3]))
                .withIdleLimit(Duration.ofMillis(Long.parseLong(arguments[4])))
                .withPingAfter(Duration.ofMillis(Long.parseLong(arguments[5])));
        TestConfig secured = arguments[7].isEmpty() ? common : common.withSsl(arguments[7]);
        DatabaseConfig config = (arguments[8].isEmpty() ? secured : secured.withServerVersion(arguments[8])).build();
        long functionTimeout = Long.parseLong(arguments[6]);
        if (functionTimeout > 0) {
            Fence.of(functionTimeout).close();
        }
        Connections connections = Connections.open(config, Map.of());
        System.out.println("open");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(LEAVE)) {
                return;
            }
            if (line.startsWith(HOLD)) {
                hold(connections, line.substring(HOLD.length()), lines);
            } else if (line.startsWith(AT_THE_END)) {
                String sql = line.substring(AT_THE_END.length());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(answer(connections, sql))));
                System.out.println("noted");
            } else if (line.startsWith(TWICE)) {
                System.out.println(twice(connections, line.substring(TWICE.length())));
            } else {
                System.out.println(answer(connections, line));
            }
        }
        connections.close();
    }

    private static void hold(Connections connections, String sql, BufferedReader lines) throws IOException {
        try (Connection connection = connections.borrow()) {
            connection.setAutoCommit(false);
            System.out.println(run(connection, sql));
            System.out.println(run(connection, lines.readLine()));
        } catch (SQLException e) {
            System.out.println(words(e));
        }
    }

    private static String twice(Connections connections, String sql) {
        try (Connection first = connections.borrow();
                Connection second = connections.borrow()) {
            return run(first, sql) + " " + run(second, sql);
        } catch (SQLException e) {
            return words(e);
        }
    }

    private static String answer(Connections connections, String sql) {
        try (Connection connection = connections.borrow()) {
            connection.setNetworkTimeout(Runnable::run, READ_LIMIT);
            return run(connection, sql);
        } catch (SQLException e) {
            return words(e);
        }
    }

    /** The number that it comes to, or the count of rows that it changed. */
    private static String run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return Integer.toString(statement.getUpdateCount());
            }
            ResultSet row = statement.getResultSet();
            row.next();
            return Long.toString(row.getLong(1));
        } catch (SQLException e) {
            return words(e);
        }
    }

    private static String words(SQLException failure) {
        return failure.toString().replace('\n', ' ');
    }
}
