package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.migration.Migration;
import com.javaonjets.migration.MigrationListener.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final List<String> printed = new ArrayList<>();
    private final ProgressLines lines = new ProgressLines(new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
            printed.add(content.toString());
        }
    });

    @Test
    void printsTheLinesOfRails() {
        Migration migration = new Migration(Optional.of("20260101000000"), "create posts", "V1__create_posts.sql");

        lines.starting(migration, Direction.UP);
        lines.finished(migration, Direction.UP, Duration.ofMillis(12));
        lines.starting(migration, Direction.DOWN);
        lines.finished(migration, Direction.DOWN, Duration.ofSeconds(61));

        assertThat(printed)
                .containsExactly(
                        "== 20260101000000 CreatePosts: migrating ==================================",
                        "== 20260101000000 CreatePosts: migrated (0.0120s) =========================",
                        "== 20260101000000 CreatePosts: reverting ==================================",
                        "== 20260101000000 CreatePosts: reverted (61.0000s) ========================");
    }

    @Test
    void printsARepeatableMigrationWithoutAVersion() {
        lines.starting(new Migration(Optional.empty(), "titles", "R__titles.sql"), Direction.UP);

        assertThat(printed)
                .containsExactly("== Titles: migrating ======================================================");
    }

    @Test
    void printsStepsOfManyMigrationsAndThoseThatTakeLong() {
        lines.planned(2000);
        for (int version = 1; version <= 2000; version++) {
            Migration migration = new Migration(Optional.of("" + version), "x", "V" + version + "__x.sql");
            lines.starting(migration, Direction.UP);
            lines.finished(migration, Direction.UP, version == 150 ? Duration.ofSeconds(3) : Duration.ofMillis(1));
        }

        assertThat(printed)
                .hasSize(22)
                .startsWith(
                        "== 2000 migrations ========================================================",
                        "== 100 of 2000 migrated, up to 100 X ======================================",
                        "== 150 X: migrated (3.0000s) ==============================================")
                .endsWith("== 2000 of 2000 migrated, up to 2000 X ====================================");
    }

    @Test
    void saysWhomItWaitsFor() {
        lines.waiting("process 42 of jets");

        assertThat(printed).containsExactly("waiting for the migration lock, held by process 42 of jets");
    }
}
