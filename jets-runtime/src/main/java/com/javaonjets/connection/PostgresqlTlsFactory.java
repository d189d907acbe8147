package com.javaonjets.connection;

import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/**
 * Makes the TLS sockets of pgjdbc as the driver does by itself, from TLS 1.2 on. The driver leaves the versions to the
 * JVM's {@code jdk.tls.disabledAlgorithms}, and Lambda's runtime client sets one that allows TLS 1.0 and 1.1.
 */
public final class PostgresqlTlsFactory extends LibPQFactory {

    /** In a profile, so that this class is not loaded before it is needed. */
    static final String NAME = "com.javaonjets.connection.PostgresqlTlsFactory";

    /** As Connector/J has them. */
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /**
     * For the driver.
     *
     * @param properties the driver's
     * @throws PSQLException if the certificates or keys that they name cannot be read
     */
    public PostgresqlTlsFactory(Properties properties) throws PSQLException {
        super(properties);
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        Socket secured = super.createSocket(socket, host, port, autoClose);
        if (secured instanceof SSLSocket tls) {
            tls.setEnabledProtocols(VERSIONS.clone());
        }
        return secured;
    }
}
