package com.javaonjets.connection;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.ServerSession;
import com.mysql.cj.protocol.SocketConnection;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.Closeable;
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

    /** The end of the handshake, which asks for nothing, travels with the login. */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the driver's signature
    public <T extends Closeable> T performTlsHandshake(SocketConnection connection, ServerSession session, Log log)
            throws IOException {
        ProbedSocket socket = socket();
        if (socket == null) {
            return super.performTlsHandshake(connection, session, log);
        }
        socket.hold();
        try {
            return super.performTlsHandshake(connection, session, log);
        } finally {
            socket.letGo();
        }
    }

    /** {@return the connection's socket, below TLS} */
    @Nullable
    ProbedSocket socket() {
        return rawSocket instanceof ProbedSocket socket ? socket : null;
    }
}
