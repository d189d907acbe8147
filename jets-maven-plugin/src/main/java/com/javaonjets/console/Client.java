package com.javaonjets.console;

import com.javaonjets.config.DatabaseConfig;
import java.nio.file.Path;
import java.util.List;

/** How a server's own client is told of a connection, without a secret on its command line, which all users can read. */
sealed interface Client permits MysqlClient, PostgresqlClient {

    static Client of(DatabaseConfig database) {
        return switch (database.adapter()) {
            case MYSQL -> MysqlClient.of(database);
            case POSTGRESQL -> new PostgresqlClient();
        };
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
