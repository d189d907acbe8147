package com.javaonjets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What both embedded servers do alike. The tests wait more than they work, and each has servers of its own. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class EmbeddedDatabaseContract {

    private static final Duration STOP_BOUND = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    /** Has no data folder yet, and a path with everything that commands trip over. */
    private Path empty = Path.of("");

    /** Has a new data folder. */
    private Path project = Path.of("");

    abstract Adapter adapter();

    /** A project whose data folder is as it is when it is new, which most tests copy: making one takes a second. */
    abstract Path template();

    static void makeTemplate(Path template, Adapter adapter) throws IOException {
        DataFolder.open(program(template, adapter), sentence -> {});
    }

    /** The database that is there from the start. */
    abstract String firstDatabase();

    /** The name of the server's process. */
    abstract String title();

    @BeforeEach
    void makeProjects() throws IOException {
        empty = Files.createDirectory(temporary.resolve("my $project's \"gr\u00f6\u00dfe\" \u65e5"));
        project = Files.createDirectory(temporary.resolve("project"));
        ServerFolder folder = ServerFolder.of(project, adapter());
        copy(ServerFolder.of(template(), adapter()).data(), folder.data());
    }

    /** The folder goes after the test, so nobody may be in it any more. */
    @AfterEach
    void awaitKeepers() {
        awaitStop();
        await(() -> !ServerFolder.of(empty, adapter()).isKept());
    }

    @Test
    void startsAServerThatTakesConnectionsAndMayDoEverything() throws Exception {
        try (Lease lease = EmbeddedDatabase.join(empty, adapter(), Servers.binaries())) {
            Servers.execute(lease.server(), firstDatabase(), "create database shop_development");
            Servers.execute(lease.server(), "shop_development", "create table posts (id int, title varchar(20))");
            Servers.execute(lease.server(), "shop_development", "insert into posts values (1, '\u00e4\ud83d\ude80')");

            assertThat(Servers.query(lease.server(), "shop_development", "select title from posts"))
                    .isEqualTo("\u00e4\ud83d\ude80");
            assertThat(lease.server().host()).isEqualTo("127.0.0.1");
            assertThat(lease.server().username()).isEqualTo("jets");
        }
    }

    @Test
    void keepsItsDataAndItsPasswordOverAStop() throws Exception {
        EmbeddedServer first;
        try (Lease lease = join()) {
            first = lease.server();
            Servers.execute(first, firstDatabase(), "create database kept");
        }
        awaitStop();

        try (Lease lease = join()) {
            assertThat(lease.server().password()).isEqualTo(first.password());
            assertThat(lease.server().pid()).isNotEqualTo(first.pid());
            assertThat(Servers.query(lease.server(), "kept", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void joinsTheServerThatRuns() {
        List<String> progress = new ArrayList<>();
        try (Lease first = join()) {
            try (Lease second = EmbeddedDatabase.join(project, adapter(), Servers.binaries(progress::add))) {
                assertThat(second.server()).isEqualTo(first.server());
            }
            assertThat(isAlive(first.server())).isTrue();
        }
        assertThat(progress).isEmpty();
    }

    @Test
    void saysWhatTakesLong() {
        List<String> progress = new ArrayList<>();
        try (Lease lease = EmbeddedDatabase.join(empty, adapter(), Servers.binaries(progress::add))) {
            assertThat(lease.server().adapter()).isEqualTo(adapter());
        }
        assertThat(progress)
                .last()
                .asString()
                .startsWith("making the data folder of " + title() + ", ")
                .endsWith(adapter().toString());
    }

    @Test
    void stopsWhenTheLastLeaseIsClosed() {
        Lease first = join();
        Lease second = join();
        EmbeddedServer server = first.server();

        first.close();
        assertThat(isAlive(server)).isTrue();
        assertThat(EmbeddedServer.find(project, adapter())).contains(server);

        second.close();
        awaitStop();
        assertThat(isAlive(server)).isFalse();
        assertThat(EmbeddedServer.find(project, adapter())).isEmpty();
        assertThat(EmbeddedServer.file(project, adapter())).doesNotExist();
    }

    @Test
    void stopsWhenTheLastLeaseIsClosedThoughSessionsAreOpen() throws Exception {
        Lease lease = join();
        try (var session = java.sql.DriverManager.getConnection(
                lease.server().url() + firstDatabase(),
                lease.server().username(),
                lease.server().password())) {
            lease.close();
            awaitStop();
            assertThat(session.isValid(1)).isFalse();
        }
    }

    @Test
    void stopsWhenTheProcessOfTheLastLeaseIsKilled() throws Exception {
        try (Holder holder = Holder.start(project, adapter())) {
            holder.server();
            EmbeddedServer server = EmbeddedServer.find(project, adapter()).orElseThrow();

            holder.kill();
            awaitStop();

            assertThat(isAlive(server)).isFalse();
            assertThat(EmbeddedServer.file(project, adapter())).doesNotExist();
        }
    }

    @Test
    void twoProcessesAtOnceShareOneServer() throws Exception {
        try (Holder one = Holder.start(project, adapter());
                Holder other = Holder.start(project, adapter())) {
            String server = one.server();
            assertThat(server).startsWith(adapter() + " at 127.0.0.1:");
            assertThat(other.server()).isEqualTo(server);

            one.kill();
            try (Lease lease = join()) {
                assertThat(lease.server()).hasToString(server);
            }
        }
    }

    @Test
    void projectsHaveServersOfTheirOwn() throws Exception {
        try (Lease one = join();
                Lease two = EmbeddedDatabase.join(empty, adapter(), Servers.binaries())) {
            assertThat(two.server().port()).isNotEqualTo(one.server().port());
            assertThat(two.server().password()).isNotEqualTo(one.server().password());
        }
    }

    @Test
    void recoversFromAKilledKeeperThatLeftItsServer() throws Exception {
        EmbeddedServer left;
        try (Lease lease = join()) {
            left = lease.server();
            Servers.execute(left, firstDatabase(), "create database kept");
            kill(keeper());
        }
        assertThat(isAlive(left)).isTrue();

        try (Lease lease = join()) {
            assertThat(isAlive(left)).isFalse();
            assertThat(Servers.query(lease.server(), "kept", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void recoversFromAKilledKeeperAndAKilledServer() throws Exception {
        try (Lease lease = join()) {
            Servers.execute(lease.server(), firstDatabase(), "create database kept");
            kill(keeper());
            kill(lease.server().pid());
        }

        try (Lease lease = join()) {
            assertThat(Servers.query(lease.server(), "kept", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void recoversFromAKilledServer() throws Exception {
        try (Lease lease = join()) {
            Servers.execute(lease.server(), firstDatabase(), "create database kept");
            kill(lease.server().pid());
            awaitStop();
        }

        try (Lease lease = join()) {
            assertThat(Servers.query(lease.server(), "kept", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void leavesAProcessAloneThatHasTheIdOfADeadServer() throws Exception {
        ServerFolder folder = ServerFolder.of(project, adapter());
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            ServerProgram program = program(project);
            Files.writeString(program.pidFile(), stranger.pid() + "\n");
            PropertyFile.write(
                    folder.serverFile(),
                    new EmbeddedServer(adapter(), "127.0.0.1", 1, "jets", "x", stranger.pid()).properties());
            assertThat(EmbeddedServer.find(project, adapter())).isEmpty();

            try (Lease lease = join()) {
                assertThat(lease.server().pid()).isNotEqualTo(stranger.pid());
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().onExit().join();
        }
    }

    @Test
    void takesAStrangerAtTheKeepersPortForNoKeeper() throws Exception {
        ServerFolder folder = ServerFolder.of(project, adapter());
        try (Leases stranger = Leases.open()) {
            Properties address = stranger.address();
            address.setProperty("id", "of the keeper that is gone");
            PropertyFile.write(folder.keeperFile(), address);

            try (Lease lease = join()) {
                assertThat(isAlive(lease.server())).isTrue();
            }
        }
    }

    @Test
    void startsAfreshAfterAnInitialisationThatWasKilled() throws Exception {
        Path half = ServerFolder.of(empty, adapter()).data().resolveSibling("data.new");
        Files.createDirectories(half.resolve("base"));
        Files.writeString(half.resolve("base").resolve("1"), "half");

        try (Lease lease = EmbeddedDatabase.join(empty, adapter(), Servers.binaries())) {
            assertThat(Servers.query(lease.server(), firstDatabase(), "select 1"))
                    .isEqualTo("1");
        }
        assertThat(half).doesNotExist();
    }

    @Test
    void refusesTheDataOfAnotherSeries() throws Exception {
        Path data = ServerFolder.of(project, adapter()).data();
        Properties properties = new Properties();
        properties.setProperty("series", "9.6");
        properties.setProperty("password", "x");
        PropertyFile.write(data.resolve("jets.properties"), properties);

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessage(data.toRealPath() + " was made by version 9.6, which " + title()
                        + " cannot read; delete that folder, and it is made anew, empty");
    }

    @Test
    void quotesTheLogOfAServerThatDoesNotStart() throws Exception {
        spoil(ServerFolder.of(project, adapter()).data());

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(title() + " did not start: it ended with exit code ")
                .hasMessageContaining("; the last lines of "
                        + ServerFolder.of(project, adapter()).serverLog() + ":\n    ");
    }

    /** Takes something from the data folder that the server cannot do without. */
    abstract void spoil(Path data) throws IOException;

    @Test
    void quotesTheLogOfAnInitialisationThatFails() throws Exception {
        ServerFolder folder = ServerFolder.of(project, adapter());
        ServerProgram program = program(project);
        Path taken = Files.createDirectory(temporary.resolve("taken"));
        Files.writeString(taken.resolve("ibdata1"), "something else");

        assertThatThrownBy(() -> program.initialise(taken, "secret"))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining(" failed with exit code ")
                .hasMessageContaining("; the last lines of " + folder.serverLog() + ":\n    ")
                .hasMessageNotContaining("secret");
        assertThat(folder.path().resolve("initialise")).doesNotExist();
    }

    @Test
    void keepsSecretsFromOthersAndAllOfItFromGit() throws Exception {
        try (Lease lease = join()) {
            Path folder = EmbeddedServer.folder(project, adapter());
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(EmbeddedServer.file(project, adapter()))).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("data").resolve("jets.properties")))
                    .isEqualTo("rw-------");
            assertThat(folder.resolveSibling(".gitignore")).hasContent("*\n");
            assertThat(lease.server().toString()).doesNotContain(lease.server().password());
            assertThat(Files.readString(folder.resolve("server.log")))
                    .doesNotContain(lease.server().password());
            assertThat(folder.resolve("initialise")).doesNotExist();
        }
    }

    @Test
    void listensOnLoopbackAlone() throws Exception {
        try (Lease lease = join()) {
            for (InetAddress address : addresses()) {
                assertThat(takesConnections(address, lease.server().port()))
                        .as(address.toString())
                        .isFalse();
            }
        }
    }

    Path project() {
        return project;
    }

    Lease join() {
        return EmbeddedDatabase.join(project, adapter(), Servers.binaries());
    }

    private ServerProgram program(Path folder) {
        return program(folder, adapter());
    }

    private static ServerProgram program(Path folder, Adapter adapter) {
        return ServerProgram.of(Servers.binaries().home(adapter), ServerFolder.of(folder, adapter));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    long keeper() throws IOException {
        return Long.parseLong(
                PropertyFile.read(ServerFolder.of(project, adapter()).keeperFile())
                        .orElseThrow()
                        .getProperty("pid"));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await(() -> !isAlive(pid));
    }

    void awaitStop() {
        await(() -> !ServerFolder.of(project, adapter()).isKept());
    }

    private static void await(BooleanSupplier condition) {
        Pause pause = new Pause(STOP_BOUND);
        while (!condition.getAsBoolean()) {
            assertThat(pause.next()).as("the process has ended in time").isTrue();
        }
    }

    private static boolean isAlive(EmbeddedServer server) {
        return isAlive(server.pid());
    }

    /** A process whose parent has not noticed its death counts as alive, but has no command line. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<InetAddress> addresses() throws IOException {
        return java.net.NetworkInterface.networkInterfaces()
                .flatMap(java.net.NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static boolean takesConnections(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
