package com.javaonjets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and fields against the schema that Rails itself made of the same words on real servers. */
class ActiveRecordTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("blocks")
    void makesTheSchemaThatActiveRecordMakes(Adapter adapter, List<String> lines, String schema) {
        Catalog catalog = new Catalog();
        lines.forEach(line -> catalog.apply(script(adapter, line).up()));
        assertThat(catalog).hasToString(schema);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("blocks")
    void goesBackToTheSchemaBefore(Adapter adapter, List<String> lines, String schema) {
        Catalog catalog = new Catalog();
        Deque<String> before = new ArrayDeque<>();
        for (String line : lines) {
            before.push(sorted(catalog));
            catalog.apply(script(adapter, line).up());
        }
        for (int last = lines.size() - 1; last >= 0; last--) {
            catalog.apply(script(adapter, lines.get(last)).down());
            assertThat(sorted(catalog)).as(lines.get(last)).isEqualTo(before.pop());
        }
    }

    /** A column that was removed comes back as the last one. */
    private static String sorted(Catalog catalog) {
        return catalog.toString().lines().sorted().toList().toString();
    }

    private static MigrationScript script(Adapter adapter, String line) {
        String[] words = line.split(" ", 2);
        return MigrationScript.of(adapter, MigrationName.of(words[0]), words.length > 1 ? words[1] : "");
    }

    static Stream<Arguments> blocks() {
        return Stream.of(Adapter.values()).flatMap(ActiveRecordTest::blocks);
    }

    private static Stream<Arguments> blocks(Adapter adapter) {
        return Stream.of(text("activerecord-8.1-" + adapter + ".txt").split("\n\n"))
                .filter(block -> block.startsWith("## "))
                .map(block -> Arguments.of(adapter, lines(block), schema(block)));
    }

    private static List<String> lines(String block) {
        return block.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .toList();
    }

    private static String schema(String block) {
        return String.join(
                "\n", block.lines().filter(line -> !line.startsWith("## ")).toList());
    }

    private static String text(String resource) {
        try (InputStream stream = ActiveRecordTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
