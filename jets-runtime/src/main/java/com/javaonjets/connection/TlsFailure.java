package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection did not come to be encrypted, or needs to be. None of it goes away by itself. */
enum TlsFailure {
    NOT_OFFERED,
    DEMANDED,
    WRONG_HOST,
    NOT_VALID_NOW,
    UNKNOWN_AUTHORITY,
    NO_AUTHORITY,
    TOO_OLD,
    NOT_DIRECT,
    OTHER;

    /** MySQL's {@code require_secure_transport}. */
    private static final int SECURE_TRANSPORT_REQUIRED = 3159;

    /** {@return the kind of a failure, if TLS is what it is about} */
    static @Nullable TlsFailure of(SQLException failure, DatabaseConfig config) {
        SslMode mode = SslMode.of(config);
        if (isDemand(failure)) {
            return DEMANDED;
        }
        if (mode == SslMode.DISABLE) {
            return null;
        }
        // pgjdbc's words come in the language of the JVM; what is quoted in them does not change.
        boolean rejected = "08004".equals(failure.getSQLState()) && says(failure, "SSL");
        if (mode.requires() && (rejected || says(failure, "SSL Connection required, but not provided by server"))) {
            return NOT_OFFERED;
        }
        TlsFailure certificates = ofCertificates(failure, mode);
        return certificates == null ? ofHandshake(failure, config) : certificates;
    }

    private static boolean isDemand(SQLException failure) {
        return failure.getErrorCode() == SECURE_TRANSPORT_REQUIRED
                || says(failure, "Public Key Retrieval is not allowed");
    }

    private static @Nullable TlsFailure ofCertificates(SQLException failure, SslMode mode) {
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return NOT_VALID_NOW;
        }
        if (says(failure, "HostnameVerifier") || says(failure, "Server identity verification failed")) {
            return WRONG_HOST;
        }
        if (mode.verifies()
                // The first is the file that pgjdbc looks for by itself, as libpq does.
                && (says(failure, "root.crt") || says(failure, "No truststore provided"))) {
            return NO_AUTHORITY;
        }
        return has(failure, CertificateException.class)
                        || has(failure, CertPathBuilderException.class)
                        || has(failure, CertPathValidatorException.class)
                ? UNKNOWN_AUTHORITY
                : null;
    }

    private static @Nullable TlsFailure ofHandshake(SQLException failure, DatabaseConfig config) {
        boolean handshake = has(failure, SSLException.class);
        if (handshake && (says(failure, "protocol_version") || says(failure, "protocol version"))) {
            return TOO_OLD;
        }
        if ((handshake || isCut(failure)) && DirectTls.suits(config)) {
            return NOT_DIRECT;
        }
        return handshake || has(failure, FileNotFoundException.class) || has(failure, NoSuchFileException.class)
                ? OTHER
                : null;
    }

    private static boolean isCut(SQLException failure) {
        boolean reached = !has(failure, ConnectException.class) && !has(failure, NoRouteToHostException.class);
        return reached && (has(failure, EOFException.class) || has(failure, SocketException.class));
    }

    /** {@return the second half of a sentence: what is the matter, and the next step} */
    String words(SQLException failure, DatabaseConfig config) {
        String environment = " in config/database.yml, " + config.environment();
        String mode = SslMode.of(config).postgresql();
        return switch (this) {
            case NOT_OFFERED ->
                "the server offers no TLS, as ssl: " + mode + " asks; switch TLS on there, or set ssl: disable"
                        + environment + ", where no one can read or change what is on the line";
            case DEMANDED ->
                "the server lets no one in without TLS, or needs it to take the password; set ssl: require"
                        + environment;
            case WRONG_HOST ->
                "the server's certificate is not for the host '" + config.host()
                        + "'; use the name that the certificate was made for as host" + environment;
            case NOT_VALID_NOW ->
                "the server's certificate is not valid today: " + innermost(failure)
                        + "; have it renewed, or check this machine's clock";
            case UNKNOWN_AUTHORITY ->
                "the server's certificate is not signed by an authority that is known" + authorities(config)
                        + "; check that this is the server, and give its authority's certificate by sslrootcert"
                        + environment;
            case NO_AUTHORITY ->
                "ssl: " + mode + " asks for a verified server, and there is no certificate to verify it by; give its"
                        + " authority's by sslrootcert" + environment;
            case TOO_OLD ->
                "the server speaks no TLS that is new enough: " + innermost(failure)
                        + "; expected TLS 1.2 or 1.3; allow that at the server";
            case NOT_DIRECT ->
                "the server did not take TLS from the first byte on: " + innermost(failure)
                        + "; check that it is PostgreSQL 17 or newer without a pooler before it, as server_version says"
                        + environment;
            case OTHER ->
                "TLS failed: " + innermost(failure) + "; check the settings of TLS" + environment
                        + ", and what the server's log says";
        };
    }

    private static String authorities(DatabaseConfig config) {
        if (config.sslrootcert().isPresent()) {
            return ", which are those in sslrootcert '" + config.sslrootcert().get() + "'";
        }
        return config.adapter() == Adapter.MYSQL && !DriverWords.trust(config) && RdsHost.of(config.host()) == null
                ? ", which are those of the JVM"
                : "";
    }

    /** One line, of the cause that knows most. */
    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause.getMessage() == null ? innermost : cause;
        }
        String message = String.valueOf(innermost.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }

    private static boolean has(Throwable failure, Class<? extends Exception> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable failure, String words) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains(words)) {
                return true;
            }
        }
        return false;
    }
}
