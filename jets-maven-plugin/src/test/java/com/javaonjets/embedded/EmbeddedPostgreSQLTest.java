package com.javaonjets.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSQLTest extends EmbeddedDatabaseContract {

    @TempDir
    private static Path template;

    @BeforeAll
    static void makeTemplate() throws IOException {
        makeTemplate(template, Adapter.POSTGRESQL);
    }

    @Override
    Path template() {
        return template;
    }

    @Override
    Adapter adapter() {
        return Adapter.POSTGRESQL;
    }

    @Override
    String firstDatabase() {
        return "postgres";
    }

    @Override
    String title() {
        return "PostgreSQL 18.6.0";
    }

    @Override
    void spoil(Path data) throws IOException {
        Files.delete(data.resolve("global").resolve("pg_control"));
    }

    @Test
    void isSetUpForUnicodeAndPasswords() throws Exception {
        try (Lease lease = join()) {
            assertThat(setting(lease, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(lease, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(setting(lease, "unix_socket_directories")).isEmpty();
            assertThat(setting(lease, "fsync")).isEqualTo("on");
            assertThat(Servers.query(lease.server(), "postgres", "select upper('\u00e4')"))
                    .isEqualTo("\u00c4");
            assertThat(Servers.query(
                            lease.server(),
                            "postgres",
                            "select concat(datlocprovider, datlocale) from pg_database where datname = 'template1'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(Servers.query(
                            lease.server(),
                            "postgres",
                            "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @Test
    void survivesTheCtrlCOfAnotherBuild() throws Exception {
        List<String> session = Detached.prefix();
        try (Holder holder = Holder.start(session, project(), adapter())) {
            holder.server();
            try (Lease lease = join()) {
                signal("INT", -holder.pid());
                holder.awaitEnd();

                assertThat(Servers.query(lease.server(), "postgres", "select 1"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void stopsInOrderWhenTheKeeperIsToldToEnd() throws Exception {
        try (Lease lease = join()) {
            signal("TERM", keeper());
            awaitStop();

            assertThat(ProcessHandle.of(lease.server().pid())).isEmpty();
            assertThat(EmbeddedServer.file(project(), adapter())).doesNotExist();
            assertThat(ServerFolder.of(project(), adapter()).serverLog())
                    .content()
                    .contains("database system is shut down");
        }
    }

    @Test
    void isStartedOnceThoughManyThreadsAskAtOnce() {
        List<CompletableFuture<Lease>> leases = Stream.generate(() -> CompletableFuture.supplyAsync(this::join))
                .limit(6)
                .toList();
        try {
            assertThat(leases.stream().map(lease -> lease.join().server()).distinct())
                    .hasSize(1);
        } finally {
            leases.forEach(lease -> lease.join().close());
        }
    }

    /** The user that stands in for root where user namespaces are forbidden, as in containers. */
    @Test
    @EnabledIf("isRoot")
    void runsAsNobodyForRoot() throws Exception {
        ServerFolder folder = ServerFolder.of(project(), adapter());
        ServerHome home = Servers.binaries().home(adapter());
        Runner runner = Runner.firstUsable(Stream.of(Runner.SUBSTITUTE), home.program("initdb"), folder.path());
        PostgreSQLServer program = new PostgreSQLServer(home, folder, runner);
        FileTree.delete(folder.data());

        RunningServer server =
                RunningServer.start(program, DataFolder.open(program, sentence -> {}), RunningServer.START_BOUND);
        try {
            assertThat(Servers.query(server.description(), "postgres", "select 1"))
                    .isEqualTo("1");
            assertThat(Files.getOwner(folder.data()).getName()).isEqualTo("nobody");
        } finally {
            server.stop();
        }

        try (Lease lease = join()) {
            assertThat(Servers.query(lease.server(), "postgres", "select 1")).isEqualTo("1");
        }
    }

    static boolean isRoot() {
        return Runner.isRoot();
    }

    /** A pid below zero means the whole group of processes, as a terminal's Ctrl-C does. */
    private static void signal(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", "kill -s " + signal + " -- " + pid)
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String setting(Lease lease, String name) throws Exception {
        return Servers.query(lease.server(), "postgres", "select current_setting('" + name + "')");
    }
}
