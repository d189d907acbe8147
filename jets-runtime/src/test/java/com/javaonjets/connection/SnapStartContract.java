package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestAuthority;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TlsPostgresql;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a function does around a snapshot, run by Lambda's own client. */
@Timeout(180)
abstract class SnapStartContract {

    private final Server server;
    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    SnapStartContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
    }

    @Test
    void goesOnWithANewConnection() throws Exception {
        goesOnWithANewConnection(1);
    }

    @Test
    void goesOnWithANewConnectionOfAPool() throws Exception {
        goesOnWithANewConnection(2);
    }

    private void goesOnWithANewConnection(int pool) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                FunctionProcess function = function(through(proxy, pool), Map.of())) {
            assertThat(proxy.connections()).isEqualTo(1);
            proxy.awaitEnds();
            awaitNoSession(config);
            assertThat(function.threads()).doesNotContainIgnoringCase("hikari").doesNotContain("\"jets-");
            List<String> before = function.classes();

            function.restore();
            String id = function.answer(server.idQuery());
            assertThat(id).containsOnlyDigits();
            assertThat(loadedSince(before, function)).isEmpty();

            assertThat(function.answer(server.idQuery())).isEqualTo(id);
            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(function.answer(SnapStartHandler.STATISTICS)).contains("opened=2", "refused=0", "takenBack=0");
            assertThat(function.log()).isEmpty();
        }
    }

    /** The classes of drivers, pool and this library that a first invocation has to load still. */
    private static List<String> loadedSince(List<String> before, FunctionProcess function) throws Exception {
        List<String> now = function.classes();
        return now.subList(before.size(), now.size()).stream()
                .filter(line -> line.contains(" org.postgresql.")
                        || line.contains(" com.mysql.")
                        || line.contains(" com.zaxxer.")
                        || line.contains(" com.javaonjets.connection."))
                .toList();
    }

    @Test
    void followsTheDatabaseToWhereItIsAfterwards() throws Exception {
        try (CountingProxy first = CountingProxy.to(config.host(), config.port());
                CountingProxy second = CountingProxy.to(config.host(), config.port());
                FunctionProcess function = function(through(first, 1), Map.of())) {
            assertThat(first.connections()).isEqualTo(1);
            function.configure(through(second, 1));
            first.refuse();

            function.restore();
            assertThat(function.answer(server.idQuery())).containsOnlyDigits();
            assertThat(second.connections()).isEqualTo(1);
            assertThat(function.log()).isEmpty();
            first.accept();
        }
    }

    /** Lambda's client has the JVM forget what it was told of names, so that the opening after the restore asks anew. */
    @Test
    void looksUpWhereTheNameLeadsAfterwards() throws Exception {
        InetAddress[] addresses = {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.3")};
        FunctionProcess.name(folder, "db.test", addresses[0].getHostAddress());
        try (CountingProxy before = CountingProxy.on(addresses[0], config.host(), config.port());
                CountingProxy after = before.on(addresses[1]);
                FunctionProcess function = function(
                        TestConfig.of(config)
                                .withAddress("db.test", before.port())
                                .withSsl(config.adapter() == Adapter.POSTGRESQL ? "disable" : "require")
                                .build(),
                        Map.of())) {
            assertThat(before.connections()).isEqualTo(1);
            FunctionProcess.name(folder, "db.test", addresses[1].getHostAddress());

            function.restore();
            assertThat(function.answer(server.idQuery())).containsOnlyDigits();
            assertThat(before.connections()).isZero();
            assertThat(after.connections()).isEqualTo(1);
        }
    }

    @Test
    void isPublishedWithTheDatabaseOutOfReach() throws Exception {
        isPublishedWithTheDatabaseOutOfReach(1);
    }

    @Test
    void isPublishedWithTheDatabaseOfAPoolOutOfReach() throws Exception {
        isPublishedWithTheDatabaseOutOfReach(2);
    }

    private void isPublishedWithTheDatabaseOutOfReach(int pool) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port())) {
            proxy.refuse();
            try (FunctionProcess function = function(through(proxy, pool), Map.of())) {
                assertThat(function.log()).singleElement().asString().contains("; the next borrow tries again");
                assertThat(function.threads()).doesNotContainIgnoringCase("hikari");
                proxy.accept();

                function.restore();
                assertThat(function.answer(server.idQuery())).containsOnlyDigits();
                assertThat(function.log()).hasSize(1);
            }
        }
    }

    @Test
    void takesBackWhatIsBorrowed() throws Exception {
        takesBackWhatIsBorrowed(1);
    }

    @Test
    void takesBackWhatIsBorrowedOfAPool() throws Exception {
        takesBackWhatIsBorrowed(2);
    }

    private void takesBackWhatIsBorrowed(int pool) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                FunctionProcess function = function(through(proxy, pool), Map.of(SnapStartHandler.FORGETFUL, "1"))) {
            proxy.awaitEnds();
            assertThat(function.log())
                    .anyMatch(line -> line.contains("was not returned before the snapshot was taken"))
                    .anyMatch(line -> line.contains("SnapStartHandler.borrowed("));

            function.restore();
            assertThat(function.answer(SnapStartHandler.KEPT))
                    .contains("the connection was taken back when the snapshot was taken");
            assertThat(function.answer(server.idQuery())).containsOnlyDigits();
            assertThat(function.answer(SnapStartHandler.STATISTICS)).contains("takenBack=1");
        }
    }

    @Test
    void goesOnWithTls() throws Exception {
        if (server == Server.POSTGRESQL) {
            try (TlsPostgresql tls =
                    new TlsPostgresql(new TestAuthority(folder, "authority").issue("CN=server", "ip:127.0.0.1"))) {
                goesOnWithTls(tls.config());
            }
        } else {
            goesOnWithTls(config);
        }
    }

    private void goesOnWithTls(DatabaseConfig direct) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(direct.host(), direct.port());
                FunctionProcess function = function(
                        TestConfig.of(direct)
                                .withAddress("127.0.0.1", proxy.port())
                                .withSsl("require")
                                .build(),
                        Map.of())) {
            proxy.awaitEnds();
            assertThat(function.classes()).anyMatch(line -> line.contains(" sun.security.ssl.Finished "));
            List<String> before = function.classes();

            function.restore();
            assertThat(function.answer(server.idQuery())).containsOnlyDigits();
            assertThat(loadedSince(before, function)).isEmpty();
        }
    }

    @Test
    void doesTheSameASecondTime() throws SQLException {
        DatabaseConfig[] now = {config};
        Connections connections = Connections.open(config, name -> now[0], Map.of());
        for (int i = 0; i < 3; i++) {
            connections.beforeCheckpoint();
            awaitNoSession(now[0]);
            now[0] = server.newDatabase();
            connections.afterRestore();
            awaitNoSession(now[0]);

            try (Connection connection = connections.borrow()) {
                assertThat(connection.getCatalog()).isEqualTo(now[0].database());
            }
            assertThat(connections).hasToString(Target.database(now[0], true).toString());
        }
        // The first opening, and one after each restore, which the next snapshot finds open.
        assertThat(connections.statistics().opened()).isEqualTo(4);
        connections.close();
    }

    private FunctionProcess function(DatabaseConfig settings, Map<String, String> variables) throws Exception {
        return new FunctionProcess(settings, variables, folder);
    }

    private DatabaseConfig through(CountingProxy proxy, int pool) {
        return TestConfig.of(config)
                .withAddress("127.0.0.1", proxy.port())
                .withPool(pool)
                .build();
    }

    /** The server hears of an end in its own time. */
    private void awaitNoSession(DatabaseConfig database) throws SQLException {
        while (server.count(database) > 0) {
            Thread.onSpinWait();
        }
    }
}
