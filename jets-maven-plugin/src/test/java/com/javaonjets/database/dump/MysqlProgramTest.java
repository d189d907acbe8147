package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MySQL by mysqldump. */
@EnabledIfEnvironmentVariable(
        named = "REAL_MYSQL_URL",
        matches = "jdbc:mysql:.+",
        disabledReason = "NOT RUN: no real MySQL server; set REAL_MYSQL_URL to its JDBC URL with user and password")
final class MysqlProgramTest extends SchemaContract {

    @BeforeAll
    void needsTheProgram() throws Exception {
        TestDatabase.assumeFit(newDatabase(), path());
    }

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onReal("REAL_MYSQL_URL");
    }

    @Override
    DumpWay way() {
        return DumpWay.PROGRAM;
    }

    @Override
    List<String> schemas() {
        return List.of("mysql-shop.sql", "mysql8-indexes.sql");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void writesWhatQueriesWrite(String resource) throws Exception {
        DatabaseConfig original = migrated(resource);
        String queries = SchemaDump.of(original, project.resolve("none"), Optional.of(DumpWay.QUERIES))
                .text();
        assertThat(dump(original)).isEqualTo(queries.replace("-- jets: mysql, queries", "-- jets: mysql, program"));
    }
}
