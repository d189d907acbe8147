package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database's own program that writes a schema. */
sealed interface SchemaProgram permits MysqlProgram, PostgresqlProgram {

    /**
     * The program of a database, there or not.
     *
     * @param path where programs are looked for, as the variable PATH has it
     */
    static SchemaProgram of(DatabaseConfig config, Connection connection, String path) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        return switch (config.adapter()) {
            case POSTGRESQL -> new PostgresqlProgram(config, version, PostgresqlUnfilled.names(connection), path);
            case MYSQL -> new MysqlProgram(config, version, MysqlQueries.databaseCollation(connection), path);
        };
    }

    /** Why it cannot be used for this database, in a clause; empty if it can. */
    Optional<String> unfit();

    /** The statements that make the schema, each with its delimiter. */
    List<String> statements();
}
