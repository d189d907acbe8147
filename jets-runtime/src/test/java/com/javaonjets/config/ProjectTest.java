package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.io.TempDir;

/** A project's folder with a config/database.yml in it, and a process environment. */
abstract class ProjectTest {

    @TempDir
    Path project;

    final Map<String, String> variables = new HashMap<>();

    void write(String yaml) {
        write(yaml.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] yaml) {
        try {
            Path folder = Files.createDirectories(project.resolve("config"));
            Files.write(folder.resolve("database.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeFixture(String name) throws IOException {
        try (var fixture = ProjectTest.class.getResourceAsStream(name)) {
            write(fixture.readAllBytes());
        }
    }

    Configuration read(String environment) {
        return Configuration.read(project, new Environment(environment), variables);
    }

    /** The development database of a file that describes it in these lines. */
    DatabaseConfig development(String lines) {
        write("development:\n" + lines.indent(2));
        return read("development").primary();
    }

    /** The same, with an adapter and a database beside the lines. */
    DatabaseConfig withKeys(String lines) {
        return development("adapter: postgresql\ndatabase: shop\n" + lines);
    }

    AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String environment) {
        return assertThatThrownBy(() -> read(environment)).isInstanceOf(JetsException.class);
    }
}
