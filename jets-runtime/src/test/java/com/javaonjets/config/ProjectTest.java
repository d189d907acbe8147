package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Reads the file as it is, having seen that what the build makes of it comes to the same: configuration, warnings, and
     * the words of what is refused.
     */
    Configuration read(String environment) {
        Environment section = new Environment(environment);
        Configuration configuration;
        try {
            configuration = Configuration.read(project, section, variables);
        } catch (JetsException e) {
            assertCompiledIsRefused(section, String.valueOf(e.getMessage()));
            throw e;
        }
        if (hasFile()) {
            assertThat(readCompiled(section)).isEqualTo(configuration);
        }
        return configuration;
    }

    private void assertCompiledIsRefused(Environment environment, String message) {
        if (hasFile()) {
            assertThatThrownBy(() -> readCompiled(environment))
                    .isInstanceOf(JetsException.class)
                    .hasMessage(message);
        }
    }

    private boolean hasFile() {
        return Files.exists(project.resolve(ConfigFile.NAME));
    }

    private Configuration readCompiled(Environment environment) {
        ConfigFile source = ConfigFile.in(project).orElseThrow();
        byte[] compiled = CompiledWriter.write(ParsedFile.of(source), source);
        ParsedFile read = Objects.requireNonNull(CompiledReader.read(compiled, source));
        return ProjectFile.below(project, new ConfigurationReader(environment, variables).read(read));
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
