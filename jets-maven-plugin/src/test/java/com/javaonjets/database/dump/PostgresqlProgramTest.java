package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** PostgreSQL by pg_dump, on a server that is not newer than it, which the embedded one may well be. */
@EnabledIfEnvironmentVariable(
        named = "REAL_POSTGRESQL_URL",
        matches = "jdbc:postgresql:.+",
        disabledReason =
                "NOT RUN: no PostgreSQL server that pg_dump fits; set REAL_POSTGRESQL_URL to its JDBC URL with user and password")
final class PostgresqlProgramTest extends SchemaContract {

    @BeforeAll
    void needsTheProgram() throws Exception {
        TestDatabase.assumeFit(newDatabase(), path());
    }

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onReal("REAL_POSTGRESQL_URL");
    }

    @Override
    DumpWay way() {
        return DumpWay.PROGRAM;
    }

    @Override
    List<String> schemas() {
        return List.of("postgresql-shop.sql", "postgresql-forum.sql", "postgresql-partitions.sql");
    }
}
