package com.javaonjets.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDBTest extends EmbeddedDatabaseContract {

    @TempDir
    private static Path template;

    @BeforeAll
    static void makeTemplate() throws IOException {
        makeTemplate(template, Adapter.MYSQL);
    }

    @Override
    Path template() {
        return template;
    }

    @Override
    Adapter adapter() {
        return Adapter.MYSQL;
    }

    @Override
    String firstDatabase() {
        return "mysql";
    }

    @Override
    String title() {
        return "MariaDB 11.4.5";
    }

    @Override
    void spoil(Path data) throws IOException {
        Files.writeString(data.resolve("ibdata1"), "spoilt");
    }

    @Test
    void isSetUpLikeMySQL8() throws Exception {
        try (Lease lease = join()) {
            Servers.execute(lease.server(), "mysql", "create database shop character set utf8mb4");
            assertThat(Servers.query(lease.server(), "shop", "select @@collation_database"))
                    .isEqualTo("utf8mb4_0900_ai_ci");
            assertThat(Servers.query(lease.server(), "mysql", "select @@global.collation_server"))
                    .isEqualTo("utf8mb4_0900_ai_ci");
            assertThat(Servers.query(lease.server(), "mysql", "select @@global.sql_mode"))
                    .isEqualTo("ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION");
            assertThat(Servers.query(lease.server(), "mysql", "select @@global.time_zone"))
                    .isEqualTo("+00:00");
            assertThat(Servers.query(lease.server(), "mysql", "select @@lower_case_table_names"))
                    .isEqualTo("0");
            assertThat(Servers.query(lease.server(), "mysql", "select @@socket"))
                    .isEmpty();
        }
    }

    @Test
    void hasOneUserWithAPassword() throws Exception {
        try (Lease lease = join()) {
            assertThat(Servers.query(
                            lease.server(),
                            "mysql",
                            "select group_concat(user order by user) from user where user <> 'mariadb.sys'"))
                    .isEqualTo("jets");
        }
    }
}
