package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a server's own client is told of a connection, without a secret on its command line, which all users can read. */
sealed interface Client permits MysqlClient, PostgresqlClient {

    /**
     * Connects once by the driver: what keeps it out is said in the words of every goal, with what to do about it, and
     * not in those of a program that ends.
     *
     * @throws JetsException if the database cannot be reached
     */
    static Client of(DatabaseConfig database) {
        try (Connection connection = DirectDataSource.of(database).getConnection()) {
            return switch (database.adapter()) {
                case MYSQL -> MysqlClient.of(connection.getMetaData());
                case POSTGRESQL -> new PostgresqlClient();
            };
        } catch (SQLException e) {
            throw new JetsException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The names it may have, the best one first. */
    List<String> programs();

    /**
     * The program, ready to be started.
     *
     * @param files where it may put what only the user may read, for as long as the program runs
     */
    ProcessBuilder process(Path program, DatabaseConfig database, PrivateFiles files);
}
