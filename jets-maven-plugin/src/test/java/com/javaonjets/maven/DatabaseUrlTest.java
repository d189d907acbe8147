package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.Configuration;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseUrlTest {

    @TempDir
    private Path project;

    @Test
    void comesBackAsItWasWhenItIsReadFromTheEnvironment() {
        DatabaseConfig database = DatabaseConfig.builder(Environment.TEST, Adapter.POSTGRESQL, "blog test_test")
                .host("127.0.0.1")
                .port(5433)
                .username(Optional.of("a:b"))
                .password(Optional.of("p@ss /?#%+&"))
                .build();

        DatabaseConfig read = Configuration.read(
                        project, Environment.TEST, Map.of("DATABASE_URL", DatabaseUrl.of(database)))
                .primary();

        assertThat(DatabaseUrl.of(database))
                .isEqualTo("postgresql://a%3Ab:p%40ss%20%2F%3F%23%25%2B%26@127.0.0.1:5433/blog%20test_test");
        assertThat(read.username()).isEqualTo(database.username());
        assertThat(read.password()).isEqualTo(database.password());
        assertThat(read.database()).isEqualTo(database.database());
        assertThat(read.port()).isEqualTo(5433);
    }
}
