package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Processes that migrate one database at once, as the instances of a deployment do that begin together. */
interface CrowdContract {

    int PROCESSES = 10;
    int MIGRATIONS = 6;

    /** An empty database and an empty folder. */
    MigrationProject project();

    /** A statement that takes a while, so that the others arrive while the first is at work. */
    String pause();

    @Test
    default void appliesEachMigrationOnceAndSucceedsInEveryProcess() throws Exception {
        project().with("V1__create_applied.sql", "create table applied (version int);");
        for (int version = 2; version <= MIGRATIONS; version++) {
            project()
                    .with(
                            "V" + version + "__x.sql",
                            "insert into applied values (" + version + ");\n" + pause() + ";\n");
        }
        List<String> logs = new ArrayList<>();
        for (MigratingProcess process : begun()) {
            assertThat(process.await()).describedAs(process.log()).isZero();
            logs.add(process.log());
        }
        assertThat(logs)
                .filteredOn(log -> log.contains("applied " + MIGRATIONS))
                .hasSize(1);
        assertThat(logs).filteredOn(log -> log.contains("applied 0")).hasSize(PROCESSES - 1);
        assertThat(logs).anyMatch(log -> log.contains("waits for "));
        assertThat(project().query("select version from applied order by version"))
                .containsExactly("2", "3", "4", "5", "6");
        assertThat(project().versions()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    /** All of them at once, so that none is through before the last has started. */
    private List<MigratingProcess> begun() throws IOException, InterruptedException {
        List<MigratingProcess> processes = new ArrayList<>();
        for (int number = 1; number <= PROCESSES; number++) {
            processes.add(MigratingProcess.oneOfSeveral(project(), number));
        }
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        for (MigratingProcess process : processes) {
            while (!process.isReady() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        for (MigratingProcess process : processes) {
            process.begin();
        }
        return processes;
    }
}
