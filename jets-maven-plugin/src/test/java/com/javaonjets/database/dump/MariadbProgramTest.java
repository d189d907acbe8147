package com.javaonjets.database.dump;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.embedded.TestServers;
import java.util.List;

/** MariaDB by the mariadb-dump that comes with the embedded server. */
final class MariadbProgramTest extends MysqlProgramContract {

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onEmbedded(Adapter.MYSQL);
    }

    @Override
    String path() {
        return TestServers.programs(Adapter.MYSQL).toString();
    }

    @Override
    String thing() {
        return "SET sql_mode = 'ORACLE'; CREATE PACKAGE thing AS FUNCTION one RETURN int; END";
    }

    @Override
    List<String> schemas() {
        return List.of("mysql-shop.sql", "mariadb-sequences.sql");
    }
}
