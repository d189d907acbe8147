package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path project;

    @Test
    void liesBelowTheProjectByAdapter() {
        assertThat(EmbeddedServer.file(project, Adapter.POSTGRESQL))
                .isEqualTo(project.resolve(".jets/postgresql/server.properties"));
        assertThat(EmbeddedServer.folder(project, Adapter.MYSQL)).isEqualTo(project.resolve(".jets/mysql"));
    }

    @Test
    void isFoundByItsFileWhileItsProcessLives() throws Exception {
        // A process with the port on its command line, as the servers have it.
        ProcessBuilder waiting = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Waiting.class.getName(),
                "--port=4711");
        // Not on the command line, of which the system shows no more than a page.
        waiting.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = waiting.start();
        EmbeddedServer server = server(process.pid());
        try {
            assertThat(process.getInputStream().read()).isPositive();
            write(server.properties());
            assertThat(EmbeddedServer.find(project, Adapter.MYSQL)).contains(server);
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(EmbeddedServer.find(project, Adapter.MYSQL)).isEmpty();
    }

    @Test
    void isNotFoundWhereAnotherProcessHasItsId() throws IOException {
        write(server(ProcessHandle.current().pid()).properties());
        assertThat(EmbeddedServer.find(project, Adapter.MYSQL)).isEmpty();
    }

    @Test
    void isNotFoundWithoutItsFile() {
        assertThat(EmbeddedServer.find(project, Adapter.MYSQL)).isEmpty();
    }

    @Test
    void describesItselfWithAUrl() {
        assertThat(server(1).url()).isEqualTo("jdbc:mysql://127.0.0.1:4711/");
        assertThat(server(1).properties()).containsEntry("url", "jdbc:mysql://127.0.0.1:4711/");
    }

    @Test
    void hidesItsPassword() {
        assertThat(server(1)).hasToString("mysql at 127.0.0.1:4711, user jets, process 1");
    }

    @Test
    void namesTheValueThatItsFileLacks() throws IOException {
        for (String key : List.of("host", "port", "username", "password", "pid")) {
            Properties properties = server(1).properties();
            properties.remove(key);
            write(properties);

            assertThatThrownBy(() -> EmbeddedServer.find(project, Adapter.MYSQL))
                    .isInstanceOf(JetsException.class)
                    .hasMessage(file() + " has no " + key
                            + "; delete it, and start the embedded server anew: mvn jets:db-start");
        }
    }

    @Test
    void namesTheValueThatIsNoNumber() throws IOException {
        Properties properties = server(1).properties();
        properties.setProperty("port", "mysql");
        write(properties);

        assertThatThrownBy(() -> EmbeddedServer.find(project, Adapter.MYSQL))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        file() + " has the port 'mysql', not a number; delete it, and start the embedded server anew:"
                                + " mvn jets:db-start");
    }

    @Test
    void saysThatItsFileCannotBeRead() throws IOException {
        Files.createDirectories(file());

        assertThatThrownBy(() -> EmbeddedServer.find(project, Adapter.MYSQL))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("cannot read " + file() + ", which describes a running embedded server: ")
                .hasMessageEndingWith("; check its permissions, or delete it and start the server anew");
    }

    /** Runs until it is killed. */
    static final class Waiting {

        private Waiting() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("waiting");
            Thread.currentThread().join();
        }
    }

    private static EmbeddedServer server(long pid) {
        return new EmbeddedServer(Adapter.MYSQL, "127.0.0.1", 4711, "jets", "s3cret", pid);
    }

    private Path file() {
        return EmbeddedServer.file(project, Adapter.MYSQL);
    }

    private void write(Properties properties) throws IOException {
        Files.createDirectories(file().getParent());
        try (Writer writer = Files.newBufferedWriter(file())) {
            properties.store(writer, null);
        }
    }
}
