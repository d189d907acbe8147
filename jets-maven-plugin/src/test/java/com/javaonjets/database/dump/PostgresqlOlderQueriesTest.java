package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A PostgreSQL server of another version than the embedded one, without pg_dump. */
@EnabledIfEnvironmentVariable(
        named = "REAL_POSTGRESQL_URL",
        matches = "jdbc:postgresql:.+",
        disabledReason =
                "NOT RUN: no PostgreSQL server of another version; set REAL_POSTGRESQL_URL to its JDBC URL with user and password")
final class PostgresqlOlderQueriesTest extends SchemaContract {

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onReal("REAL_POSTGRESQL_URL");
    }

    @Override
    DumpWay way() {
        return DumpWay.QUERIES;
    }

    @Override
    List<String> schemas() {
        return List.of("postgresql-shop.sql", "postgresql-forum.sql");
    }
}
