package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.migration.MigrationStatus.State;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot run in a transaction, most of all an index that is built while the table is written to. */
final class PostgresqlOutsideTransactionTest {

    @TempDir
    private Path folder;

    private MigrationProject project;

    @BeforeEach
    void makeProject() {
        project = MigrationProject.of(TestServers.postgresql(), folder);
    }

    @Test
    @Timeout(60)
    void buildsAndDropsAnIndexConcurrently() {
        project.withTable("1", "a")
                .with("V2__x.sql", "create index concurrently a_id on a (id);")
                .with("U2__x.sql", "drop index concurrently a_id;");
        assertThat(project.migrator().migrate()).hasSize(2);
        assertThat(project.query("select indexname from pg_indexes where tablename = 'a'"))
                .contains("a_id");
        assertThat(project.migrator().rollback(1)).hasSize(1);
        assertThat(project.query("select indexname from pg_indexes where tablename = 'a'"))
                .containsExactly("a_pkey");
    }

    @Test
    void refusesAConcurrentIndexBesideOtherStatements() {
        project.withTable("1", "a").with("V2__x.sql", """
                create table b (id int);
                create index concurrently a_id on a (id);
                """);
        fails("V2__x.sql, line 2: 'create index concurrently a_id on a (id)' cannot run in a transaction,"
                + " and the file's other statements need one; nothing was run;"
                + " split the file: each of them into a migration of its own");
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void refusesVacuumBesideOtherStatements() {
        project.withTable("1", "a").with("V2__x.sql", "vacuum;\nselect 1;\n");
        assertThatThrownBy(() -> project.migrator().migrate())
                .hasMessageStartingWith("V2__x.sql, line 1: 'vacuum' cannot run in a transaction");
    }

    @Test
    void runsThemTogetherWhereTheFileSaysSo() {
        project.withTable("1", "a")
                .with("V2__x.sql", "create table b (id int);\ncreate index concurrently a_id on a (id);\n")
                .with("V2__x.sql.conf", "executeInTransaction=false");
        assertThat(project.migrator().migrate()).hasSize(2);
    }

    @Test
    void saysWhatIsKeptOfAFileThatRunsOutsideATransaction() {
        project.withTable("1", "a")
                .with("V2__x.sql", "create table b (id int);\ncreate index concurrently x on nowhere (id);\n")
                .with("V2__x.sql.conf", "executeInTransaction=false");
        assertThatThrownBy(() -> project.migrator().migrate())
                .hasMessageContaining(
                        "\n  kept: its first statement, at line 1, since they run outside a transaction\n");
        assertThat(project.migrator().status())
                .extracting(MigrationStatus::state)
                .containsExactly(State.UP, State.FAILED);
        project.execute("drop table b");
        project.migrator().repair();
        project.with("V2__x.sql", "create index concurrently x on a (id);\n");
        assertThat(project.migrator().migrate()).hasSize(1);
    }

    @Test
    void tellsOfTheInvalidIndexThatAFailureLeaves() {
        project.with("V1__a.sql", "create table a (id int); insert into a values (1), (1);")
                .with("V2__x.sql", "create unique index concurrently x on a (id);");
        assertThatThrownBy(() -> project.migrator().migrate())
                .hasMessageEndingWith(
                        "\n  kept: nothing of it\n  next: correct the file, then run mvn jets:db-migrate again;"
                                + " if the index stands there as invalid, run mvn jets:db-repair, which drops it");
        project.execute("drop index x; truncate a");
        assertThat(project.migrator().migrate()).hasSize(1);
    }

    @Test
    void dropsAnIndexThatAnInterruptedRunHasLeftHalfBuilt() {
        project.with("V1__a.sql", "create table a (id int); insert into a values (1), (1);")
                .with("V2__x.sql", "create unique index concurrently if not exists x on a (id);");
        assertThatThrownBy(() -> project.migrator().migrate()).hasMessageContaining("V2__x.sql failed at line 1");
        fails(
                "V2__x.sql was interrupted: its index x is there, half built and marked invalid, so that no query uses it; nothing was"
                        + " run; run mvn jets:db-repair, which drops it, or DROP INDEX CONCURRENTLY x; then mvn jets:db-migrate");
        assertThat(project.migrator().interrupted())
                .containsExactly(
                        "dropped the index x, which an interrupted run of V2__x.sql left invalid; mvn jets:db-migrate builds it again");
        assertThat(project.migrator().interrupted()).isEmpty();
        project.execute("truncate a");
        assertThat(project.migrator().migrate()).hasSize(1);
    }

    /** Whoever waits for the lock must not keep the index from being built: it waits for every older snapshot. */
    @Test
    @Timeout(60)
    void buildsAnIndexConcurrentlyWhileAnotherRunWaits() throws Exception {
        project.withTable("1", "a").with("V2__x.sql", "create index concurrently a_id on a (id);");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch waiting = new CountDownLatch(1);
            List<Future<List<Migration>>> second = new ArrayList<>();
            new Listening()
                    .onStart(() -> {
                        if (second.isEmpty()) {
                            second.add(thread.submit(() -> new Listening()
                                    .onWait(waiting::countDown)
                                    .migrator(project)
                                    .migrate()));
                            Listening.await(waiting);
                        }
                    })
                    .migrator(project)
                    .migrate();
            assertThat(second.get(0).get()).isEmpty();
        } finally {
            thread.shutdown();
        }
    }

    private void fails(String message) {
        assertThatThrownBy(() -> project.migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage(message);
    }
}
