package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthoritiesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void refusesAFileThatIsNotThere(Adapter adapter) {
        assertThatThrownBy(() -> open(adapter, "config/rds.pem"))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "sslrootcert 'config/rds.pem' in config/database.yml, test, is neither a file, looked for from "
                                + Path.of("").toAbsolutePath()
                                + ", nor on the class path; expected the certificates, in PEM, of the"
                                + " authorities that sign the server's; correct the path, or add the file");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAFileWithoutACertificate(Adapter adapter) throws IOException {
        for (String content : new String[] {"", "<html>", "-----BEGIN PRIVATE KEY-----"}) {
            Path file = Files.writeString(folder.resolve("rds.pem"), content);

            assertThatThrownBy(() -> open(adapter, file.toString()))
                    .isInstanceOf(JetsException.class)
                    .hasMessage("sslrootcert '" + file + "' in config/database.yml, test, holds no certificate: "
                            + URI.create("file:" + file)
                            + "; expected PEM, which begins with -----BEGIN CERTIFICATE-----; put the"
                            + " certificates of the authorities that sign the server's there");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesACertificateThatIsDamaged(Adapter adapter) throws IOException {
        String whole = Files.readString(TlsServers.authority().certificate());
        Path file = Files.writeString(folder.resolve("rds.pem"), whole.substring(0, 100));

        assertThatThrownBy(() -> open(adapter, file.toString()))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("sslrootcert '" + file + "' in config/database.yml, test, cannot be read: "
                        + URI.create("file:" + file) + ": ")
                .hasMessageEndingWith("; expected certificates in PEM; get the file again from where it is published");
    }

    @Test
    void makesAKeyStoreForItsOwnerAloneAndAgainWhereItWasDeleted() throws IOException {
        DatabaseConfig config = config(Adapter.MYSQL)
                .withSslrootcert(TlsServers.authority().certificate().toString())
                .build();

        Path first = store(config);
        assertThat(store(config)).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(first)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.delete(first);
        assertThat(store(config)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFY_CA", "VERIFY_IDENTITY"})
    void givesItsKeyStoreToAModeOfTheDriversOwn(String mode) {
        TestConfig config = config(Adapter.MYSQL)
                .withSslrootcert(TlsServers.authority().certificate().toString());

        assertThat(Target.database(
                                config.withProperties(Map.of("sslmode", mode)).build(), false)
                        .properties())
                .containsKey("trustCertificateKeyStoreUrl");
    }

    @Test
    void leavesAKeyStoreOfTheUsers() {
        TestConfig config = config(Adapter.MYSQL)
                .withSslrootcert("no-such-file.pem")
                .withProperties(Map.of("trustCertificateKeyStoreUrl", "file:own.p12"));

        Properties properties = Target.database(config.build(), false).properties();

        assertThat(properties)
                .containsEntry("trustCertificateKeyStoreUrl", "file:own.p12")
                .containsEntry("sslMode", "VERIFY_IDENTITY")
                .doesNotContainKeys("trustCertificateKeyStorePassword", "trustCertificateKeyStoreType");
    }

    private static void open(Adapter adapter, String location) {
        Connections.open(config(adapter).withSslrootcert(location).build(), Map.of());
    }

    private static TestConfig config(Adapter adapter) {
        return TestConfig.of(adapter, "127.0.0.1", adapter.defaultPort(), "blog");
    }

    private static Path store(DatabaseConfig config) {
        return Path.of(
                URI.create(Target.database(config, false).properties().getProperty("trustCertificateKeyStoreUrl")));
    }
}
