package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DbTestPrepareMojoTest {

    private static final String URL = "postgresql://app@db.example.com/blog_test?sslmode=require";

    private final DatabaseConfig real = DatabaseConfig.builder(Environment.TEST, Adapter.POSTGRESQL, "blog_test")
            .build();

    @Test
    void handsAVariableOnAsItIs() {
        assertThat(DbTestPrepareMojo.url(real, real, Map.of("DATABASE_URL", URL)))
                .contains(URL);
    }

    @Test
    void leavesARealDatabaseOfTheFileToTheFile() {
        assertThat(DbTestPrepareMojo.url(real, real, Map.of())).isEmpty();
    }

    @Test
    void handsTheEmbeddedServerOnWhateverTheVariableSays() {
        DatabaseConfig embedded = real.toBuilder().embedded(true).build();

        assertThat(DbTestPrepareMojo.url(embedded, real.toBuilder().port(4711).build(), Map.of("DATABASE_URL", URL)))
                .contains("postgresql://:@localhost:4711/blog_test");
    }
}
