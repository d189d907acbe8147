package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose certificate an authority of ours has signed, for 127.0.0.1. */
abstract class VerificationContract {

    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    VerificationContract(DatabaseConfig config) {
        this.config = config;
    }

    @Test
    void verifiesByAFile() throws SQLException {
        select(certified(TlsServers.authority().certificate().toString()));
    }

    @Test
    void verifiesByOneOfSeveralCertificatesInAJar() throws Exception {
        Path bundle = folder.resolve("bundle.pem");
        Files.writeString(
                bundle,
                Files.readString(TlsServers.stranger().certificate())
                        + Files.readString(TlsServers.authority().certificate()));
        Path jar = folder.resolve("function.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("authorities/bundle.pem"));
            Files.copy(bundle, zip);
            zip.closeEntry();
        }

        withClassPath(jar, () -> select(certified("authorities/bundle.pem")));
    }

    @Test
    void verifiesByAResourceInAFolder() throws Exception {
        Files.copy(TlsServers.authority().certificate(), folder.resolve("own.pem"));

        withClassPath(folder, () -> select(certified("own.pem")));
    }

    @Test
    void refusesAnotherHostsCertificateAtOnce() {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port())) {
            TestConfig other =
                    certified(TlsServers.authority().certificate().toString()).withAddress("localhost", proxy.port());

            assertThatThrownBy(() -> Connections.open(other.build(), Map.of()).borrow())
                    .isInstanceOf(SQLException.class)
                    .hasMessageEndingWith(
                            ": the server's certificate is not for the host 'localhost'; use the name that the"
                                    + " certificate was made for as host in config/database.yml, test")
                    .satisfies(failure -> Secrets.assertAbsent(config.password().orElseThrow(), failure));
            // The opening, and the borrow.
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    /** As libpq does: the authority counts, and the name does not. */
    @Test
    void verifiesTheAuthorityAloneWhereTlsIsRequired() throws SQLException {
        select(certified(TlsServers.authority().certificate().toString())
                .withAddress("localhost", config.port())
                .withSsl("require"));
    }

    TestConfig certified(String location) {
        return TestConfig.of(config).withSslrootcert(location);
    }

    static void select(TestConfig config) throws SQLException {
        Connections connections = Connections.open(config.build(), Map.of());
        try (Connection connection = connections.borrow()) {
            assertThat(Server.number(connection, "select 7")).isEqualTo(7);
        } finally {
            connections.close();
        }
    }

    static void refusesOldTls(TestConfig config) {
        assertThatThrownBy(() -> Connections.open(config.build(), Map.of()).borrow())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(": the server speaks no TLS that is new enough: ")
                .hasMessageEndingWith("; expected TLS 1.2 or 1.3; allow that at the server");
    }

    private static void withClassPath(Path entry, Work work) throws SQLException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {entry.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }
}
