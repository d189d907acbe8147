package com.javaonjets.testing;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/** A PostgreSQL server with a certificate of its own making. */
public final class TlsPostgresql implements AutoCloseable {

    private static final char[] PASSWORD = "secret".toCharArray();

    private final EmbeddedPostgres server;

    /** Starts a server, whose certificate lies in a folder. */
    public TlsPostgresql(Path folder) throws IOException, InterruptedException, GeneralSecurityException, SQLException {
        KeyStore keys = keys(folder.resolve("keys.p12"));
        Path certificate = pem(
                folder.resolve("server.crt"),
                "CERTIFICATE",
                keys.getCertificate("server").getEncoded());
        Path key = pem(
                folder.resolve("server.key"),
                "PRIVATE KEY",
                keys.getKey("server", PASSWORD).getEncoded());
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", PasswordRule.file().toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig("ssl_key_file", key.toString())
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role app superuser login password 'secret'");
        }
    }

    private static KeyStore keys(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().transferTo(System.out);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, PASSWORD);
        }
        return keys;
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                        + "\n-----END " + kind + "-----\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    public DatabaseConfig config() {
        return TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", server.getPort(), "postgres")
                .build();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
