package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledFileTest extends ProjectTest {

    private static final String ONE = "development: {adapter: mysql, database: one}\n";
    private static final String TWO = "development: {adapter: mysql, database: two}\n";

    @Test
    void isReadInPlaceOfTheFileBesideIt() throws IOException {
        write(TWO);
        ConfigFile shown = ConfigFile.in(project).orElseThrow();
        write(ONE);
        ParsedFile other = ParsedFile.of(ConfigFile.in(project).orElseThrow());
        write(TWO);
        // Which no build makes: so it is seen which of the two was read.
        Files.write(compiled(), CompiledWriter.write(other, shown));

        assertThat(found(project).primary().database()).isEqualTo("one");
    }

    @Test
    void isReadFromAJar(@TempDir Path folder) throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        Path jar = folder.resolve("function.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of(ConfigFile.NAME, CompiledFormat.NAME)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(project.resolve(name)));
            }
        }
        assertThat(found(jar).primary().database()).isEqualTo("one");
        assertThat(found(jar).warnings()).isEmpty();
    }

    @Test
    void isLeftAloneWhereTheFileHasChangedSince() throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        write(TWO);

        assertThat(found(project).primary().database()).isEqualTo("two");
        assertThat(found(project).warnings()).isEmpty();
    }

    @Test
    void isLeftAloneOfAnotherRootOfTheClassPath(@TempDir Path other) throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        Files.createDirectories(other.resolve("config"));
        Files.writeString(other.resolve(ConfigFile.NAME), TWO);

        assertThat(found(other, project).primary().database()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 19, 20, 21, -1})
    void isLeftAloneWithAWarningWhereItsEndIsMissing(int length) throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        byte[] whole = Files.readAllBytes(compiled());
        Files.write(compiled(), Arrays.copyOf(whole, length < 0 ? whole.length + length : length));

        assertDamaged();
    }

    @Test
    void isLeftAloneWithAWarningWhereAnyByteOfItIsAnother() throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        byte[] whole = Files.readAllBytes(compiled());
        ConfigFile source = ConfigFile.in(project).orElseThrow();
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            ParsedFile read = CompiledReader.read(damaged, source);
            // The eight bytes that name the source: it is of another file then.
            boolean anotherSource = at >= 8 && at < 16;
            assertThat(read == null).isEqualTo(anotherSource);
            if (read != null) {
                assertThat(read.root()).isEqualTo(ParsedFile.of(source).root());
                assertThat(read.warnings()).hasSize(1);
            }
        }
    }

    @Test
    void isLeftAloneWithAWarningOfAnotherVersion() throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        byte[] whole = Files.readAllBytes(compiled());
        whole[7]++;
        Files.write(compiled(), whole);

        assertThat(found(project).primary().database()).isEqualTo("one");
        assertThat(found(project).warnings())
                .containsExactly("config/database.jets was made by another version of the jets-maven-plugin than of"
                        + " jets-runtime (form 3, expected 2); config/database.yml is read in its place, which takes"
                        + " longer; build the project anew, which makes it again");
    }

    private void assertDamaged() {
        assertThat(found(project).primary().database()).isEqualTo("one");
        assertThat(found(project).warnings())
                .containsExactly("config/database.jets is damaged; config/database.yml is read in its place, which"
                        + " takes longer; build the project anew, which makes it again");
    }

    @Test
    void isWrittenWhenTheFileChangesAlone() throws IOException {
        write(ONE);
        assertThat(ConfigurationCompiler.compile(project)).contains(compiled());
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(compiled(), longAgo);

        ConfigurationCompiler.compile(project);
        assertThat(Files.getLastModifiedTime(compiled())).isEqualTo(longAgo);

        write(TWO);
        ConfigurationCompiler.compile(project);
        assertThat(Files.getLastModifiedTime(compiled())).isNotEqualTo(longAgo);
    }

    @Test
    void goesWithTheFile() throws IOException {
        write(ONE);
        ConfigurationCompiler.compile(project);
        Files.delete(project.resolve(ConfigFile.NAME));

        assertThat(ConfigurationCompiler.compile(project)).isEmpty();
        assertThat(compiled()).doesNotExist();
    }

    @Test
    void keepsTheTextsOfAnyCharacter() throws IOException {
        write("development: {adapter: mysql, database: \"\\uD800\\0\", username: \"\\U0001F600\u00fc\"}\n");

        assertThat(read("development").primary().username()).contains("\uD83D\uDE00\u00fc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "production: {adapter: postgresql, database: x, port: y}",
                "production: {adapter: postgresql, port: y, url: '${DATABASE_URL:?set it}'}",
                "production: {adapter: oracle, database: x}",
                "production: [a]",
                "production: {url: 'ftp://x/y'}",
                "production: {url: ''}",
                "production: ftp://x/y",
                "staging: {adapter: mysql, primary: {database: y}}",
                "staging: {primary: {adapter: mysql, database: x, pool: 0}}",
                "staging: {adapter: mysql, database: x, replica: ' perhaps ', host: '${HOST}'}",
                "staging: {adapter: mysql, database: [x]}",
                "staging: {adapter: mysql, variables: {'a b': '1', c: '${C}'}}",
                "test: {adapter: postgresql, target_session_attrs: x}",
                "- a"
            })
    void refusesWhatNoVariableMends(String text) {
        write(text);

        assertThatThrownBy(() -> ConfigurationCompiler.compile(project))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("config/database.yml");
        assertThat(compiled()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "default: [a]",
                "production:",
                "production: {}",
                "production: {url: '${DATABASE_URL:?set it}'}",
                "production: <%= ENV.fetch('DATABASE_URL') %>",
                "production: {pool: 5}",
                "production: {adapter: mysql, database: '<%= Rails.root %>'}",
                "production: {adapter: '${ADAPTER}', database: '${NAME}', port: '${PORT}', host: '${HOST:-x y}'}",
                "production: {adapter: mysql, database: x, pool: \"<%= ENV.fetch('POOL') { 5 } %>\"}",
                "production: {adapter: mysql, database: x, variables: {a: '${A:?set it}'}}",
                "production: {adapter: mysql, database: x, migrations_paths: ['${A:?set it}', db/migrate]}",
                "development: {adapter: sqlite3, database: db/development.sqlite3}"
            })
    void leavesOtherErrorsToTheTimeWhenTheVariablesAreKnown(String text) {
        write(text);

        assertThat(ConfigurationCompiler.compile(project)).contains(compiled());
    }

    @Test
    void saysOfAnErrorWhatReadingThatEnvironmentSays() {
        write(
                "development: {adapter: mysql, database: x}\nproduction:\n  primary: {adapter: mysql, database: x, pool: 0}\n");

        assertThatThrownBy(() -> ConfigurationCompiler.compile(project))
                .hasMessage("'pool: 0' in config/database.yml, production, primary, line 3: expected a whole number of"
                        + " at least 1");
    }

    @Test
    void isReadOfWhatRailsProjectsHave() throws IOException {
        for (String fixture : List.of("jets.yml", "several.yml", "everything.yml", "rails-keys.yml")) {
            writeFixture(fixture);
            assertThat(ConfigurationCompiler.compile(project)).isPresent();
        }
    }

    private Path compiled() {
        return project.resolve(CompiledFormat.NAME);
    }

    private static Configuration found(Path... classPath) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(classPath), before)) {
            thread.setContextClassLoader(loader);
            return Configuration.find(Environment.DEVELOPMENT, Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] urls(Path... classPath) throws IOException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        return urls;
    }
}
