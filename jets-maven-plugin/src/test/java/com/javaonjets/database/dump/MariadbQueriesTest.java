package com.javaonjets.database.dump;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.util.List;

/** MariaDB without mariadb-dump. */
final class MariadbQueriesTest extends MysqlQueriesContract {

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onEmbedded(Adapter.MYSQL);
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
