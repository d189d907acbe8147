package com.javaonjets.lint;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.migration.Migration;
import com.javaonjets.migration.MigrationListener;
import com.javaonjets.migration.MigrationText;
import com.javaonjets.migration.Migrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A folder of migrations, and what is found in them. */
record LintProject(Path folder, Adapter adapter) {

    LintProject with(String name, String sql) {
        try {
            Files.writeString(folder.resolve(name), sql);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MigrationText> texts() {
        DatabaseConfig config = DatabaseConfig.builder(new Environment("development"), adapter, "blog")
                .build();
        return Migrator.of(config, List.of(folder), new Silent())
                .withPlaceholders(Map.of("table", "posts"))
                .texts();
    }

    Report report() {
        return new Lint(adapter, texts()).report(text -> true);
    }

    /** What is printed of one migration among all. */
    String findings(String name) {
        Report report = new Lint(adapter, texts())
                .report(text -> text.migration().script().equals(name));
        return String.join("\n", report.lines(folder)) + "\n";
    }

    /** What is printed of one file in a project without another. */
    String findingsIn(String sql) {
        return with("V1__x.sql", sql).findings("V1__x.sql");
    }

    private static final class Silent implements MigrationListener {

        @Override
        public void starting(Migration migration, Direction direction) {}

        @Override
        public void finished(Migration migration, Direction direction, Duration took) {}

        @Override
        public void waiting(String holder) {}

        @Override
        public void warned(String sentence) {}
    }
}
