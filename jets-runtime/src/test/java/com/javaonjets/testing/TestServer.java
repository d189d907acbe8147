package com.javaonjets.testing;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A running server and an account on it that may do everything. */
record TestServer(TestConfig account) {

    /** Unlike those of other runs, which a server that outlives the JVM may hold too. */
    private static final String PREFIX = "jets_" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "_"
            + ProcessHandle.current().pid() + "_";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Says which server the tests run on, once, so that the log of a build shows it. */
    static TestServer announced(TestConfig account, String product, String versionQuery) {
        TestServer server = new TestServer(account);
        System.out.println("tested on " + product + " " + server.query(versionQuery));
        return server;
    }

    DatabaseConfig newDatabase() {
        String name = PREFIX + DATABASES.incrementAndGet();
        execute("create database " + name);
        return account.withDatabase(name).build();
    }

    /** Leaves a server that was running before as it was. */
    TestServer cleanedUpAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropDatabases));
        return this;
    }

    private void dropDatabases() {
        for (int i = 1; i <= DATABASES.get(); i++) {
            execute("drop database if exists " + PREFIX + i);
        }
    }

    private void execute(String sql) {
        try (Connection connection = DirectDataSource.ofServer(account.build()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String query(String sql) {
        try (Connection connection = DirectDataSource.ofServer(account.build()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
