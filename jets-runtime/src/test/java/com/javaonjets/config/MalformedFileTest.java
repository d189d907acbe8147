package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedFileTest extends ProjectTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n", "~\n", "{}\n"})
    void saysThatAFileIsEmpty(String text) {
        write(text);

        assertRefused("development")
                .hasMessage("config/database.yml is empty; expected a section for each environment, such as "
                        + "'development:', or DATABASE_URL set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- a|config/database.yml holds a list; expected a section for each environment, such as 'development:'",
                "a|config/database.yml holds text; expected a section for each environment, such as 'development:'",
                "development: [a]|config/database.yml, development, line 1 is a list; expected the keys of a database, or databases by their names",
                "? [a]|config/database.yml, line 1 has a list for a key; expected a name",
                "development: {<<: [x]}|config/database.yml, line 1 merges text by '<<'; expected a section, as in '<<: *default'",
                "development: {password: @hunter2}|config/database.yml, line 1 is no YAML: found character '@' that cannot start any token. (Do not use @ for indentation); put the value in quotes",
                "development: {password: *hunter2}|config/database.yml, line 1 is no YAML: a value begins with '*', which YAML takes for an alias, and no anchor bears the name; put text in quotes",
                "password: !Hunter2!xyz|config/database.yml, line 1 is no YAML: a value begins with '!', which YAML takes for the name of a type; put it in quotes",
                "password: !hunter2|config/database.yml, line 1 holds a value that begins with '!', which YAML takes for the name of a type; put it in quotes",
                "development: !ruby/object:Gem {a: b}|config/database.yml, line 1 holds a value that begins with '!', which YAML takes for the name of a type; put it in quotes",
                "a: &a [*a]|config/database.yml, line 1 holds a section that contains itself; expected no alias (*name) inside its own anchor (&name)",
                "a: &a {<<: *a}|config/database.yml, line 1 holds a section that contains itself; expected no alias (*name) inside its own anchor (&name)",
                "a: b: hunter2|config/database.yml, line 1 is no YAML: mapping values are not allowed here; put a value that contains ': ' in quotes, and mind the indentation",
                "a: {b|config/database.yml, line 1 is no YAML: expected ',' or '}', but got <stream end>",
            })
    void refusesAFileInASentenceThatQuotesNoValue(String text, String message) {
        write(text);

        assertRefused("development").hasMessage(message).hasNoCause();
    }

    @Test
    void refusesTabs() {
        write("development:\n\tadapter: mysql\n");

        assertRefused("development")
                .hasMessage(
                        "config/database.yml, line 2 is no YAML: a tab stands where YAML expects spaces; indent with spaces");
    }

    @Test
    void refusesASecondDocument() {
        write("development: {adapter: mysql}\n---\ntest: {}\n");

        assertRefused("development").hasMessage("config/database.yml, line 2 is no YAML: but found another document");
    }

    @Test
    void readsAByteOrderMarkAndLinesOfWindows() {
        write("\uFEFFdevelopment:\r\n  adapter: mysql\r\n  database: shop\r\n  username: ${A:-b}\r\n");

        assertThat(read("development").primary().username()).contains("b");
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        write("development:\n  adapter: mysql\n  database: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read("development"))
                .isInstanceOf(JetsException.class)
                .hasMessage("config/database.yml, line 3 is not UTF-8; save the file in that encoding");

        write("development: {}".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> read("development"))
                .hasMessage("config/database.yml, line 1 is not UTF-8; save the file in that encoding");
    }

    @Test
    void refusesCharactersThatCannotBePrinted() {
        write("development: {adapter: my\u0007sql}\n");

        assertRefused("development")
                .hasMessageStartingWith("config/database.yml is no YAML that can be read; expected");
    }

    @Test
    void refusesAFolderOfThatName() throws IOException {
        Files.createDirectories(project.resolve("config/database.yml"));

        assertRefused("development").hasMessageStartingWith("config/database.yml cannot be read: ");
    }

    @Test
    void readsNoMoreThanAFileCanReasonablyHold() {
        write("# " + "x".repeat(1 << 20));

        assertRefused("development")
                .hasMessage("config/database.yml is larger than 1048576 bytes; expected a few sections");
    }

    @Test
    void stopsAtDeepNesting() {
        write("[".repeat(50));

        assertRefused("development")
                .hasMessage("config/database.yml is no YAML that can be read; expected printable text, at most 1000 "
                        + "aliases (*name), and at most 20 levels");
    }

    @Test
    void stopsAtTooManyAliases() {
        write("a: &a {x: y}\nb: [" + "*a,".repeat(1001) + "]\n");

        assertRefused("development").hasMessageContaining("at most 1000 aliases");
    }

    @Test
    void readsAroundABombOfAliasesAtNoCost() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int level = 1; level < 15; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(",", Collections.nCopies(9, before))));
        }
        write(
                bomb
                        + "development: {adapter: mysql, database: shop, migrations_paths: *a14}\ntest: {adapter: mysql, database: x}\n");

        assertThat(read("test").primary().database()).isEqualTo("x");
        assertRefused("development")
                .hasMessage("'migrations_paths' in config/database.yml, development, line 14 is a list; "
                        + "expected text, in quotes if it begins with '[' or '{'");
    }

    @Test
    void letsTheLaterOfTwoAnchorsOfOneNameCount() {
        write("a: &x {adapter: mysql}\nb: &x {adapter: postgresql}\ndevelopment: {<<: *x, database: shop}\n");

        assertThat(read("development").primary().adapter()).isEqualTo(Adapter.POSTGRESQL);
    }

    @Test
    void letsTheLastOfTwoKeysCountAndSaysSo() {
        write("development:\n  adapter: mysql\n  database: one\n  database: two\n");

        assertThat(read("development").primary().database()).isEqualTo("two");
        assertThat(read("development").warnings())
                .containsExactly(
                        "'database' stands twice, in lines 3 and 4; the last one counts (config/database.yml, development)");
    }

    @Test
    void letsAMergeReplaceWhatStandsBeforeItAsRubyDoesAndSaysSo() {
        write("default: &default\n  database: one\ndevelopment:\n  adapter: mysql\n  database: two\n  <<: *default\n");

        assertThat(read("development").primary().database()).isEqualTo("one");
        assertThat(read("development").warnings())
                .containsExactly(
                        "'<<' in line 6 replaces 'database' of line 5, as in Ruby; write '<<' first to keep it "
                                + "(config/database.yml, development)");
    }

    @Test
    void mergesSeveralSectionsTheFirstBeforeTheOthers() {
        write("""
                a: &a {adapter: mysql, database: one}
                b: &b {database: two, username: b}
                c: &c
                development:
                  <<: [*a, *b, *c]
                """);

        DatabaseConfig config = read("development").primary();
        assertThat(config.database()).isEqualTo("one");
        assertThat(config.username()).contains("b");
    }
}
