package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that a server's certificate is verified by: certificates in PEM, in a file or on the class path. Both
 * drivers take files alone, so that each gets one in its own form, for the owner's eyes only; it is made once, and again
 * where a temporary folder was emptied in between, as it may be around a snapshot.
 */
final class Authorities {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private static final Map<String, Path> PEMS = new ConcurrentHashMap<>();
    private static final Map<String, TrustStore> STORES = new ConcurrentHashMap<>();

    /** How a sentence about them begins. */
    private final String name;

    private final URL place;

    private Authorities(String name, URL place) {
        this.name = name;
        this.place = place;
    }

    /**
     * Those of {@code sslrootcert}, else those of RDS where the host is its.
     *
     * @return null where none are known
     * @throws JetsException if {@code sslrootcert} names nothing that exists
     */
    static @Nullable Authorities of(DatabaseConfig config) {
        if (config.sslrootcert().isPresent()) {
            return named(config.sslrootcert().get(), config);
        }
        RdsHost rds = RdsHost.of(config.host());
        URL bundle = rds == null ? null : rds.bundle();
        return bundle == null ? null : new Authorities("the bundle of RDS that was found for " + config.host(), bundle);
    }

    private static Authorities named(String location, DatabaseConfig config) {
        URL place = locate(location);
        String name = "sslrootcert '" + location + "' in config/database.yml, " + config.environment();
        if (place == null) {
            throw new JetsException(name + ", is neither a file, looked for from "
                    + Path.of("").toAbsolutePath()
                    + ", nor on the class path; expected the certificates, in PEM, of the"
                    + " authorities that sign the server's; correct the path, or add the file");
        }
        return new Authorities(name, place);
    }

    /** {@return a file, by its path from the working folder, else a resource of the class path, of the thread or of this library} */
    static @Nullable URL locate(String location) {
        try {
            Path file = Path.of(location);
            if (Files.isRegularFile(file)) {
                return file.toUri().toURL();
            }
        } catch (InvalidPathException | MalformedURLException e) {
            // The class path may have what is no path here.
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL resource = loader == null ? null : loader.getResource(location);
        ClassLoader own = Authorities.class.getClassLoader();
        return resource == null && own != null ? own.getResource(location) : resource;
    }

    /**
     * A file in PEM.
     *
     * @throws JetsException if they cannot be read
     */
    Path pem() {
        Path known = PEMS.get(place.toString());
        if (known != null && Files.exists(known)) {
            return known;
        }
        try {
            byte[] content = content();
            certificates(content);
            Path file = file();
            Path pem = file == null ? written(content) : file;
            PEMS.put(place.toString(), pem);
            return pem;
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /**
     * A key store.
     *
     * @throws JetsException if they cannot be read
     */
    TrustStore trustStore() {
        TrustStore known = STORES.get(place.toString());
        if (known != null && Files.exists(known.file())) {
            return known;
        }
        try {
            TrustStore store = TrustStore.holding(certificates(content()));
            STORES.put(place.toString(), store);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private byte[] content() throws IOException {
        try (InputStream stream = place.openStream()) {
            return stream.readAllBytes();
        }
    }

    private Collection<? extends Certificate> certificates(byte[] content) throws CertificateException {
        if (!new String(content, StandardCharsets.ISO_8859_1).contains(BEGIN)) {
            throw new JetsException(name + ", holds no certificate: " + place + "; expected PEM, which begins with "
                    + BEGIN + "; put the certificates of the authorities that sign the server's there");
        }
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
    }

    /** The drivers' own words for that come late, and as a failure of the network. */
    private JetsException unreadable(Exception cause) {
        return new JetsException(
                name + ", cannot be read: " + place + ": " + cause.getMessage()
                        + "; expected certificates in PEM; get the file again from where it is published",
                cause);
    }

    private @Nullable Path file() throws IOException {
        try {
            return place.getProtocol().equals("file") ? Path.of(new URI(place.toString())) : null;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Path written(byte[] content) throws IOException {
        Path file = TrustStore.newFile(".pem");
        Files.write(file, content);
        return file;
    }

    /**
     * A key store that holds certificates and no secret.
     *
     * @param password made up for it, which seals it
     */
    record TrustStore(Path file, String password) {

        /**
         * Without the costly encryption that PKCS12 gives to what anyone may know: it would be paid for at each cold start,
         * in writing and in reading.
         */
        static final String TYPE = "JKS";

        static TrustStore holding(Collection<? extends Certificate> certificates)
                throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry(Integer.toString(number++), certificate);
            }
            TrustStore made = new TrustStore(newFile(".jks"), newPassword());
            try (OutputStream stream = Files.newOutputStream(made.file)) {
                store.store(stream, made.password.toCharArray());
            }
            return made;
        }

        /** For the owner alone where the system has owners. */
        private static Path newFile(String ending) throws IOException {
            Path file = Files.createTempFile("jets-tls-", ending);
            file.toFile().deleteOnExit();
            return file;
        }

        private static String newPassword() {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            return HexFormat.of().formatHex(random);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return file.toString();
        }
    }
}
