package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** MySQL without mysqldump. */
@EnabledIfEnvironmentVariable(
        named = "REAL_MYSQL_URL",
        matches = "jdbc:mysql:.+",
        disabledReason = "NOT RUN: no real MySQL server; set REAL_MYSQL_URL to its JDBC URL with user and password")
final class MysqlQueriesTest extends MysqlQueriesContract {

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onReal("REAL_MYSQL_URL");
    }

    @Override
    String thing() {
        return "CREATE LIBRARY thing LANGUAGE JAVASCRIPT AS 'export function one() { return 1 }'";
    }

    @Override
    List<String> schemas() {
        return List.of("mysql-shop.sql", "mysql8-indexes.sql");
    }

    /** Each costs this server much of a second on a busy disk. */
    @Override
    int manyTables() {
        return 600;
    }
}
