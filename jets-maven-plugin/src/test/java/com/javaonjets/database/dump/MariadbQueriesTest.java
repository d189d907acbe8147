package com.javaonjets.database.dump;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.util.List;

/** MariaDB without mariadb-dump. */
final class MariadbQueriesTest extends MysqlSchemaContract {

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onEmbedded(Adapter.MYSQL);
    }

    @Override
    List<String> schemas() {
        return List.of("mysql-shop.sql", "mariadb-sequences.sql");
    }
}
