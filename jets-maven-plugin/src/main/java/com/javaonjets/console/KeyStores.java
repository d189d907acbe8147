package com.javaonjets.console;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;

/** Key stores as Connector/J is told of them. */
final class KeyStores {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private KeyStores() {}

    /** The certificates in a key store, as OpenSSL reads them. */
    static String pem(String url, Map<String, String> settings) {
        String type = settings.getOrDefault("trustCertificateKeyStoreType", KeyStore.getDefaultType());
        String password = settings.getOrDefault("trustCertificateKeyStorePassword", "");
        try (InputStream in = URI.create(url).toURL().openStream()) {
            KeyStore store = KeyStore.getInstance(type);
            store.load(in, password.isEmpty() ? null : password.toCharArray());
            StringBuilder pem = new StringBuilder();
            for (String alias : Collections.list(store.aliases())) {
                pem.append(pem(store.getCertificate(alias)));
            }
            return pem.toString();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new JetsException("cannot read the key store " + url + ": " + e.getMessage(), e);
        }
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
