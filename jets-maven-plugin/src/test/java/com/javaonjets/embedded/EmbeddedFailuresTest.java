package com.javaonjets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the servers, alike for both: shown with the one that is quicker. */
class EmbeddedFailuresTest {

    private static final Adapter ADAPTER = Adapter.POSTGRESQL;

    @TempDir
    Path project;

    @AfterEach
    void awaitKeeper() {
        Pause pause = new Pause(Duration.ofSeconds(20));
        while (Files.isRegularFile(folder().path().resolve("lock")) && folder().isKept()) {
            assertThat(pause.next()).as("the keeper has ended").isTrue();
        }
    }

    @Test
    void saysThatTheFolderCannotBeMade() throws IOException {
        Files.writeString(project.resolve(".jets"), "a file");

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(
                        "cannot make " + folder().path() + ", which holds the data of the embedded server: ")
                .hasMessageEndingWith(
                        "; make the project's folder writable, or point the environment at a real server");
    }

    @Test
    void saysThatTheFolderCannotBeLocked() throws IOException {
        Files.createDirectories(folder().path().resolve("lock"));

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(
                        "cannot lock " + folder().path() + ", which holds the data of the embedded server: ")
                .hasMessageEndingWith(
                        "; the project must lie on a disk that knows file locks, and its .jets must be writable");
    }

    @Test
    void saysThatTheKeeperCannotBeStarted() throws IOException {
        Files.createDirectories(folder().keeperLog());

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("cannot start the keeper of the embedded server in " + folder().path() + ": ")
                .hasMessageEndingWith("; check that the disk has room and that the folder belongs to you");
    }

    @Test
    void quotesTheLogOfAKeeperThatFails() throws IOException {
        Files.createDirectories(folder().keeperFile().resolve("in the way"));

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("the keeper of the embedded server in " + folder().path()
                        + " ended with exit code 1; the last lines of " + folder().keeperLog() + ":\n    ")
                .hasMessageContaining("DirectoryNotEmptyException");
        FileTree.delete(folder().keeperFile());
    }

    @Test
    void saysThatTheServersFileCannotBeWrittenAndStopsTheServer() throws IOException {
        Files.createDirectories(folder().path().resolve("server.properties.new").resolve("in the way"));

        assertThatThrownBy(this::join)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("cannot run PostgreSQL 18.6.0 in " + folder().path() + ": ")
                .hasMessageEndingWith("; check that the disk has room and that the folder belongs to you");
        assertThat(folder().data().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void saysThatTheFolderIsHeldBySomethingOutOfReach() throws IOException {
        Files.createDirectories(folder().path());
        FileLock lock = folder().tryLock().orElseThrow();
        try (lock) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder(), Servers.binaries(), Duration.ZERO))
                    .isInstanceOf(JetsException.class)
                    .hasMessage(
                            folder().path() + " is in use by a process that cannot be reached, perhaps in a container"
                                    + " or on another machine; end the build that runs there, and run again");
        }
        lock.acquiredBy().close();
    }

    @Test
    void endsAServerThatTakesTooLongToStart() throws IOException {
        ServerFolder folder = ServerFolder.of(project, ADAPTER);
        ServerProgram program = ServerProgram.of(Servers.binaries().home(ADAPTER), folder);
        DataFolder data = DataFolder.open(program, sentence -> {});

        assertThatThrownBy(() -> RunningServer.start(program, data, Duration.ZERO))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("PostgreSQL 18.6.0 did not start: it took no connections within 0 seconds; ")
                .hasMessageContaining(folder.serverLog().toString());
    }

    @Test
    void endsACommandThatTakesTooLong() throws IOException {
        ServerFolder folder = ServerFolder.of(project, ADAPTER);
        Path input = Files.createFile(project.resolve("input"));

        assertThatThrownBy(() -> new Command("initdb", List.of("sh", "-c", "echo working; exec sleep 60"), Map.of())
                        .run(folder, input, Duration.ofMillis(300)))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("initdb did not end within 0 seconds; ")
                .hasMessageContaining(folder.serverLog().toString());
    }

    @Test
    void saysThatRootNeedsAHelper() {
        assertThatThrownBy(() ->
                        Runner.firstUsable(Stream.of(new Runner(List.of("no-such-program"), 0)), "/bin/true", project))
                .isInstanceOf(JetsException.class)
                .hasMessage("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' (of util-linux)"
                        + " can run it as another user here; run the build as a user other than root, or point the"
                        + " environment at a real server, by 'url:' in config/database.yml or by DATABASE_URL");
    }

    @Test
    void saysThatMariaDBsScriptsAreMissing() {
        ServerFolder folder = ServerFolder.of(project, Adapter.MYSQL);
        ServerProgram program = ServerProgram.of(new ServerHome(Adapter.MYSQL, project, "11.4.5"), folder);

        assertThatThrownBy(() -> DataFolder.open(program, sentence -> {}))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        project + " holds no mariadb_system_tables.sql, which MariaDB 11.4.5 is set up by; delete that"
                                + " folder, and it is unpacked anew");
    }

    @Test
    void quotesTheEndOfALogAndSaysWhatToDoAboutMissingLibraries() throws IOException {
        Path log = project.resolve("server.log");
        Files.writeString(log, "first\n\n" + "again\n".repeat(10) + """
                dyld[1]: Library not loaded: /opt/homebrew/opt/pcre2/lib/libpcre2-8.0.dylib
                  Referenced from: mariadbd
                """);

        assertThat(Log.tail(log)).isEqualTo("; the last lines of " + log + ":" + "\n    again".repeat(10) + """

                    dyld[1]: Library not loaded: /opt/homebrew/opt/pcre2/lib/libpcre2-8.0.dylib
                      Referenced from: mariadbd
                install the library that it names; on macOS: brew install openssl@3 pcre2\
                """);
    }

    @Test
    void saysThatALogIsEmpty() throws IOException {
        Path log = Files.createFile(project.resolve("server.log"));
        assertThat(Log.tail(log)).isEqualTo("; its log " + log + " is empty");
    }

    @Test
    void saysThatItWasInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Pause(Duration.ofMinutes(1)).next())
                .isInstanceOf(JetsException.class)
                .hasMessage("interrupted while waiting for an embedded database server");
        assertThat(Thread.interrupted()).isTrue();
    }

    private ServerFolder folder() {
        return new ServerFolder(project, ADAPTER);
    }

    private Lease join() {
        return EmbeddedDatabase.join(project, ADAPTER, Servers.binaries());
    }
}
