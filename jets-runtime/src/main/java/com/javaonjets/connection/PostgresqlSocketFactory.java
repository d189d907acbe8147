package com.javaonjets.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of pgjdbc, which knows this class by its name and makes an instance for each connection. A ticket,
 * the one word that the driver hands on, leads back from an instance to the opening it belongs to.
 */
public final class PostgresqlSocketFactory extends SocketFactory {

    /** The driver's property that is left to socket factories. */
    private static final String TICKET = "socketFactoryArg";

    private static final Map<String, PostgresqlSocketFactory> OPENING = new ConcurrentHashMap<>();

    private volatile @Nullable ProbedSocket last;

    /**
     * For the driver, which looks for this constructor first: to find it missing costs a cold start some milliseconds.
     *
     * @param properties the driver's, the ticket among them
     */
    public PostgresqlSocketFactory(Properties properties) {
        OPENING.put(properties.getProperty(TICKET), this);
    }

    /** {@return what has the driver make its sockets here} */
    static Map<String, String> properties(String ticket) {
        return Map.of("socketFactory", PostgresqlSocketFactory.class.getName(), TICKET, ticket);
    }

    /** {@return the socket that the opening ended with, if it came to one}; forgets the ticket. */
    static @Nullable ProbedSocket collect(String ticket) {
        PostgresqlSocketFactory factory = OPENING.remove(ticket);
        return factory == null ? null : factory.last;
    }

    @Override
    public Socket createSocket() throws IOException {
        ProbedSocket socket = new ProbedSocket();
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(InetSocketAddress peer, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        if (local != null) {
            socket.bind(local);
        }
        socket.connect(peer);
        return socket;
    }
}
