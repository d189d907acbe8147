package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @Test
    void isDevelopmentUnlessSomethingSaysOtherwise() {
        assertThat(Environment.current(Map.of())).isEqualTo(Environment.DEVELOPMENT);
        assertThat(Environment.current(Map.of("JETS_ENV", " "))).isEqualTo(Environment.DEVELOPMENT);
    }

    @Test
    void isProductionInsideLambda() {
        assertThat(Environment.current(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f"))).isEqualTo(Environment.PRODUCTION);
    }

    @Test
    void isWhatTheVariableSays() {
        assertThat(Environment.current(Map.of("JETS_ENV", "staging", "AWS_LAMBDA_FUNCTION_NAME", "f")))
                .hasToString("staging");
    }

    @Test
    void hasAName() {
        assertThatThrownBy(() -> new Environment(" "))
                .isInstanceOf(JetsException.class)
                .hasMessage("the environment's name is blank; set JETS_ENV to a section of config/database.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql,MYSQL",
        "mysql2,MYSQL",
        "trilogy,MYSQL",
        "postgresql,POSTGRESQL",
        "postgres,POSTGRESQL",
        "postgis,POSTGRESQL"
    })
    void knowsAdaptersByTheirNamesInRails(String name, Adapter adapter) {
        assertThat(Adapter.fromString(name)).isEqualTo(adapter);
    }

    @Test
    void refusesAnUnknownAdapter() {
        assertThatThrownBy(() -> Adapter.fromString("oracle"))
                .isInstanceOf(JetsException.class)
                .hasMessage("unknown adapter 'oracle'; supported: mysql, postgresql");
    }

    @Test
    void isNamedByAResourceWhereNoVariableDecides(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("jets.env"), "test\n");

        withClassPath(folder, () -> {
            assertThat(Environment.ofProcess(Map.of())).isEqualTo(Environment.TEST);
            assertThat(Environment.ofProcess(Map.of("JETS_ENV", "staging"))).isEqualTo(new Environment("staging"));
            assertThat(Environment.ofProcess(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f")))
                    .isEqualTo(Environment.PRODUCTION);
            assertThat(Environment.current(Map.of())).isEqualTo(Environment.DEVELOPMENT);
        });
    }

    @Test
    void isDevelopmentWithoutTheResource(@TempDir Path folder) throws IOException {
        withClassPath(folder, () -> assertThat(Environment.ofProcess(Map.of())).isEqualTo(Environment.DEVELOPMENT));
    }

    private static void withClassPath(Path folder, Runnable assertions) throws IOException {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertions.run();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }
}
