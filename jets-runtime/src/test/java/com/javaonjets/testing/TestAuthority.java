package com.javaonjets.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority that signs certificates for the servers of tests, by the keytool of the JDK that runs them. */
public final class TestAuthority {

    private static final String PASSWORD = "test-authority";

    private final Path folder;
    private final String name;
    private final Path certificate;
    private int issued;

    /** Makes an authority, whose files lie in a folder. */
    public TestAuthority(Path folder, String name) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        generate(name, "CN=" + name, "bc:c");
        this.certificate = folder.resolve(name + ".pem");
        keytool(name, "-exportcert", "-rfc", "-alias", name, "-file", certificate.toString());
    }

    /** {@return the authority's own certificate, in PEM} */
    public Path certificate() {
        return certificate;
    }

    /**
     * Issues a certificate.
     *
     * @param subject such as {@code CN=server}
     * @param alternativeName such as {@code ip:127.0.0.1} or {@code dns:localhost}
     */
    public Issued issue(String subject, String alternativeName)
            throws IOException, InterruptedException, GeneralSecurityException {
        String server = name + "-" + ++issued;
        generate(server, subject, "san=" + alternativeName);
        Path request = folder.resolve(server + ".csr");
        Path signed = folder.resolve(server + ".crt");
        keytool(server, "-certreq", "-alias", server, "-file", request.toString());
        keytool(
                name,
                "-gencert",
                "-rfc",
                "-alias",
                name,
                "-ext",
                "san=" + alternativeName,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString());
        return new Issued(signed, key(server));
    }

    private void generate(String alias, String subject, String extension) throws IOException, InterruptedException {
        keytool(
                alias,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                alias,
                "-dname",
                subject,
                "-ext",
                extension,
                "-validity",
                "30");
    }

    private Path key(String alias) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store(alias))) {
            keys.load(content, PASSWORD.toCharArray());
        }
        Path file = folder.resolve(alias + ".key");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(keys.getKey(alias, PASSWORD.toCharArray())
                                        .getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path store(String alias) {
        return folder.resolve(alias + ".p12");
    }

    private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store(alias).toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** A server's certificate and key, each in PEM. */
    public record Issued(Path certificate, Path key) {}
}
