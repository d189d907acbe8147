package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** MySQL by mysqldump. */
@EnabledIfEnvironmentVariable(
        named = "REAL_MYSQL_URL",
        matches = "jdbc:mysql:.+",
        disabledReason = "NOT RUN: no real MySQL server; set REAL_MYSQL_URL to its JDBC URL with user and password")
final class MysqlProgramTest extends MysqlProgramContract {

    @BeforeAll
    void needsTheProgram() throws Exception {
        TestDatabase.assumeFit(newDatabase(), path());
    }

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
}
