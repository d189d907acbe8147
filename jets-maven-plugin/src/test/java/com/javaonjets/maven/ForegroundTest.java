package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.EmbeddedServer;
import com.javaonjets.config.Environment;
import com.javaonjets.embedded.EmbeddedDatabase;
import com.javaonjets.embedded.Lease;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a goal in the foreground does when a signal ends it, in a process of its own. By SIGTERM, which the JVM takes as it
 * takes Ctrl-C's SIGINT: that one is ignored by all that a shell runs in the background, as it may run these tests.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForegroundTest {

    @TempDir
    private Path project;

    /** In the other process. */
    public static void main(String[] args) throws InterruptedException {
        DatabaseConfig database = DatabaseConfig.builder(Environment.TEST, Adapter.POSTGRESQL, "blog_test")
                .embedded(true)
                .build();
        try (Servers servers = new Servers(Path.of(args[0]), com.javaonjets.embedded.Servers.binaries())) {
            servers.ready(database);
            System.out.println("running");
            new Foreground(servers, true).await();
        }
    }

    @Test
    void saysThatTheServerHasStoppedOnceItHas() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("running");
            EmbeddedServer server = server();

            terminate(process);

            assertThat(output.readLine()).isEmpty();
            assertThat(output.readLine()).isEqualTo("[INFO] stopped");
            assertThat(ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(output.readLine()).isNull();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void saysThatTheServerGoesOnWhereSomebodyElseUsesIt() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("running");
            Lease other =
                    EmbeddedDatabase.join(project, Adapter.POSTGRESQL, com.javaonjets.embedded.Servers.binaries());
            try (other) {
                terminate(process);

                assertThat(output.readLine()).isEmpty();
                assertThat(output.readLine())
                        .isEqualTo("[INFO] left running, since another process uses it; it stops with the last of those"
                                + " that do");
                assertThat(server()).isEqualTo(other.server());
            }
            assertThat(other.awaitStop()).isTrue();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private EmbeddedServer server() {
        return EmbeddedServer.find(project, Adapter.POSTGRESQL).orElseThrow();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForegroundTest.class.getName(),
                        project.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void terminate(Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
