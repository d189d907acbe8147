package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class PostgresqlKillTest implements KillContract {

    private static final String BUILDING =
            "datname = current_database() and query ~ '^(create|drop) index concurrently'";

    @TempDir
    private Path folder;

    private final AtomicInteger projects = new AtomicInteger();

    @Override
    public MigrationProject newProject() {
        return MigrationProject.of(
                TestServers.postgresql(), folder.resolve(Integer.toString(projects.incrementAndGet())));
    }

    @Override
    public String first(int steps) {
        return steps == 0 ? "create table a" : "update a set";
    }

    /** Nobody tells the server that its client is gone, so it goes on, and the migration's lock is held until then. */
    @Test
    void saysWhatToDoWhereTheServerHasFinishedTheIndexOfAKilledRun() throws Exception {
        MigrationProject project = withIndex();
        try (Connection writer = writer(project)) {
            killWhileItWaits(project, 0);
            assertThatThrownBy(
                            () -> project.migrator().withPatience(Duration.ZERO).migrate())
                    .hasMessageMatching(
                            "the migrations of this database are locked by process \\d+ .*, for more than 0 s;"
                                    + " wait until its run has ended, or end that session, and run again");
            writer.commit();
        }
        assertThatThrownBy(() -> project.migrator().migrate()).hasMessage("""
                        V2__x.sql failed at line 1: ERROR: relation "a_n" already exists (SQLState 42P07)
                          statement: create index concurrently a_n on a (n)
                          kept: nothing of it
                          next: the index is there and valid: CREATE INDEX a_n ON public.a USING btree (n); if a run of this file was \
                        killed, the server has finished it: drop it by DROP INDEX CONCURRENTLY, or write IF NOT EXISTS into the file, \
                        unless another database has the file applied; if it is another index, give one of them another name; then run \
                        mvn jets:db-migrate again""");
        project.execute("drop index concurrently a_n");
        assertThat(project.migrator().migrate()).hasSize(1);
        assertThat(indexes(project)).containsExactly("a_n true");
    }

    @Test
    void tellsOfTheTwinOfAnIndexWithoutAName() throws Exception {
        MigrationProject project = withIndex().with("V2__x.sql", "create index concurrently on a (n);");
        try (Connection writer = writer(project)) {
            killWhileItWaits(project, 0);
            writer.commit();
        }
        assertThat(project.migrator().migrate()).hasSize(1);
        assertThat(project.heard())
                .contains(
                        "warned: the indexes a_n_idx and a_n_idx1 are equal; if a run of V2__x.sql was killed, the server"
                                + " had finished one of them: drop it by DROP INDEX CONCURRENTLY; an index with a name in its"
                                + " statement is not built twice");
    }

    /** As by a restart of the server. */
    @Test
    void saysWhatToDoWhereAKilledRunHasLeftItsIndexHalfBuilt() throws Exception {
        MigrationProject project = withIndex();
        try (Connection writer = writer(project)) {
            killWhileItWaits(project, 0);
            project.query("select pg_terminate_backend(pid, 60000) from pg_stat_activity where " + BUILDING);
            writer.commit();
        }
        assertThat(indexes(project)).containsExactly("a_n false");
        assertThatThrownBy(() -> project.migrator().migrate())
                .hasMessage(
                        "V2__x.sql was interrupted: its index a_n is there, half built and marked invalid, so that no"
                                + " query uses it; nothing was run; run mvn jets:db-repair, which drops it, or DROP INDEX CONCURRENTLY a_n;"
                                + " then mvn jets:db-migrate");
        assertThat(project.migrator().interrupted())
                .containsExactly("dropped the index a_n, which an interrupted run of V2__x.sql left invalid;"
                        + " mvn jets:db-migrate builds it again");
        assertThat(project.migrator().migrate()).hasSize(1);
        assertThat(indexes(project)).containsExactly("a_n true");
    }

    @Test
    void saysWhatToDoWhereTheServerHasDroppedTheIndexOfAKilledRollback() throws Exception {
        MigrationProject project = withIndex();
        project.migrator().migrate();
        try (Connection writer = writer(project)) {
            killWhileItWaits(project, 1);
            writer.commit();
        }
        assertThatThrownBy(() -> project.migrator().rollback(1)).hasMessage("""
                        U2__x.sql failed at line 1: ERROR: index "a_n" does not exist (SQLState 42704)
                          statement: drop index concurrently a_n
                          kept: nothing of it
                          next: correct the file, then run mvn jets:db-rollback again; the migration still counts as applied; if a run that \
                        was killed has dropped it, write IF EXISTS into the file""");
        project.with("U2__x.sql", "drop index concurrently if exists a_n;");
        assertThat(project.migrator().rollback(1)).hasSize(1);
        assertThat(project.versions()).containsExactly("1");
    }

    private MigrationProject withIndex() {
        MigrationProject project = newProject().with("V1__x.sql", "create table a (n int);");
        project.migrator().migrate();
        return project.with("V2__x.sql", "create index concurrently a_n on a (n);")
                .with("U2__x.sql", "drop index concurrently a_n;");
    }

    /** In a transaction that has written to the table, for whose end every index built or dropped concurrently waits. */
    private static Connection writer(MigrationProject project) throws SQLException {
        Connection connection = DirectDataSource.of(project.config()).getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into a values (1)");
        }
        return connection;
    }

    private static void killWhileItWaits(MigrationProject project, int steps) throws Exception {
        MigratingProcess process =
                new MigratingProcess(project.config(), project.config().port(), project.folder(), steps).begin();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (project.query("select pid from pg_stat_activity where wait_event_type = 'Lock' and " + BUILDING)
                .isEmpty()) {
            assertThat(System.nanoTime()).describedAs(process.log()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        process.kill();
    }

    private static List<String> indexes(MigrationProject project) {
        return project.query("select concat(indexrelid::regclass, case when indisvalid then ' true' else ' false' end)"
                + " from pg_index where indrelid = 'a'::regclass");
    }
}
