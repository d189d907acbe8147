package com.javaonjets.connection;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import javax.net.SocketFactory;

/** Sockets of a user's, which fail when a test tells them to. */
final class FaultySockets {

    static final String REFUSAL = "no limit is not to be had";

    private static volatile boolean limited;
    private static volatile boolean broken;
    private static volatile Socket last = new Socket();

    private FaultySockets() {}

    /** The property by which a driver makes them. */
    static Map<String, String> of(Server server) {
        Class<?> factory = server == Server.POSTGRESQL ? ForPostgresql.class : ForMysql.class;
        return Map.of("socketFactory", factory.getName());
    }

    /** Lets them refuse to read without a limit, which is the first that is asked of them after the login. */
    static void refuseToUnlimit(boolean yes) {
        limited = yes;
    }

    /** Lets what reads from them fail as a JVM does that has no room. */
    static void breakReads(boolean yes) {
        broken = yes;
    }

    static Socket last() {
        return last;
    }

    private static Socket made() {
        Socket socket = new FaultySocket();
        last = socket;
        return socket;
    }

    /** For pgjdbc. */
    public static final class ForPostgresql extends SocketFactory {

        /** For the driver. */
        public ForPostgresql() {}

        @Override
        public Socket createSocket() {
            return made();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** For Connector/J. */
    public static final class ForMysql extends StandardSocketFactory {

        /** For the driver. */
        public ForMysql() {}

        @Override
        protected Socket createSocket(PropertySet properties) {
            return made();
        }
    }

    private static final class FaultySocket extends Socket {

        @Override
        public synchronized void setSoTimeout(int milliseconds) throws SocketException {
            if (limited && milliseconds == 0) {
                throw new SocketException(REFUSAL);
            }
            super.setSoTimeout(milliseconds);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    check();
                    return super.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    check();
                    return super.read(buffer, offset, length);
                }
            };
        }

        private static void check() {
            if (broken) {
                throw new StackOverflowError("no room to read");
            }
        }
    }
}
