package com.javaonjets;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.Connections;
import com.javaonjets.connection.SimpleDataSource;
import com.javaonjets.connection.Statistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * A database whose connection is opened once and lent again and again, for as long as the execution environment lives.
 * Jdbi, jOOQ, MyBatis and Hibernate take it as the {@link javax.sql.DataSource} it is. Thread-safe.
 */
public final class Database implements SimpleDataSource {

    private final Connections connections;

    private Database(Connections connections) {
        this.connections = connections;
    }

    /** @param source gives the configuration of that name anew, after a restore from a snapshot */
    static Database open(DatabaseConfig config, Function<String, DatabaseConfig> source) {
        return new Database(Connections.open(config, source, System.getenv()));
    }

    /**
     * Borrows a connection; closing it gives it back, with what was not committed rolled back and autocommit on.
     *
     * @throws SQLException if there is none to be had within {@code connect_timeout} and the time of the
     *     {@link Jets#invocation}, naming adapter, host, port, database and user
     */
    @Override
    public Connection getConnection() throws SQLException {
        return connections.borrow();
    }

    /** {@return what has happened to the connections so far} */
    public Statistics statistics() {
        return connections.statistics();
    }

    @Override
    public int getLoginTimeout() {
        return connections.timeoutSeconds();
    }

    void close() {
        connections.close();
    }

    /** {@return the address in words, without a secret} */
    @Override
    public String toString() {
        return connections.toString();
    }
}
