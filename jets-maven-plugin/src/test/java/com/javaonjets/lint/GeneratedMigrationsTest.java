package com.javaonjets.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.schema.MigrationName;
import com.javaonjets.schema.MigrationScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What db-generate writes: it is all understood, and whatever makes a table is safe. */
final class GeneratedMigrationsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areUnderstoodAndNewTablesAreSafe(Adapter adapter) throws IOException {
        LintProject project = new LintProject(folder, adapter);
        for (String line : lines(adapter)) {
            String[] words = line.split(" ", 2);
            MigrationScript script =
                    MigrationScript.of(adapter, MigrationName.of(words[0]), words.length > 1 ? words[1] : "");
            Report report = project.with("V1__x.sql", script.up()).report();
            assertThat(report.remarks()).as(line).isEmpty();
            if (script.up().contains("CREATE TABLE")) {
                assertThat(report.lines(folder)).as(line).isEmpty();
            }
        }
    }

    private static List<String> lines(Adapter adapter) throws IOException {
        String name = "/com/javaonjets/schema/activerecord-8.1-" + adapter + ".txt";
        try (InputStream text = GeneratedMigrationsTest.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .map(line -> line.substring("## ".length()))
                    .toList();
        }
    }
}
