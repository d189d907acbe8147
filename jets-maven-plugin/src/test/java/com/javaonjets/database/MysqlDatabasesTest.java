package com.javaonjets.database;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = "REAL_MYSQL_URL",
        matches = "jdbc:mysql:.+",
        disabledReason = "NOT RUN: no real MySQL server; set REAL_MYSQL_URL to its JDBC URL with user and password")
final class MysqlDatabasesTest extends MysqlFamilyContract {

    MysqlDatabasesTest() {
        super(TestDatabases.mysql());
    }

    @Override
    String application() {
        return " by MySQL Connector/J";
    }
}
