package com.javaonjets.connection;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of Connector/J, which knows this class by its name and keeps an instance with each connection. */
public final class MysqlSocketFactory extends StandardSocketFactory {

    /** For the driver. */
    public MysqlSocketFactory() {}

    @Override
    protected Socket createSocket(PropertySet properties) {
        try {
            return new ProbedSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the connection's socket, below TLS} */
    @Nullable
    ProbedSocket socket() {
        return rawSocket instanceof ProbedSocket socket ? socket : null;
    }
}
