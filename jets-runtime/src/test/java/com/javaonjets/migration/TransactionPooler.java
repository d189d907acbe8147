package com.javaonjets.migration;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What PgBouncer does in transaction mode with a pool of one: a client has the server's connection from the first
 * statement of a transaction to its end. Speaks just enough of PostgreSQL's protocol for it.
 */
final class TransactionPooler implements AutoCloseable {

    private static final int PROTOCOL = 196608;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ReentrantLock server = new ReentrantLock();
    private final Socket socket;
    private final DataInputStream fromServer;
    private final DataOutputStream toServer;
    private final ByteArrayOutputStream greeting = new ByteArrayOutputStream();

    TransactionPooler(DatabaseConfig config) throws IOException {
        socket = new Socket(config.host(), config.port());
        fromServer = new DataInputStream(socket.getInputStream());
        toServer = new DataOutputStream(socket.getOutputStream());
        byte[] startup = ("user\0postgres\0database\0" + config.database() + "\0client_encoding\0UTF8\0\0")
                .getBytes(StandardCharsets.UTF_8);
        toServer.writeInt(startup.length + 8);
        toServer.writeInt(PROTOCOL);
        toServer.write(startup);
        answer(new DataOutputStream(greeting));
        threads.execute(this::accept);
    }

    DatabaseConfig through(DatabaseConfig config) {
        return TestConfig.of(config)
                .withAddress("127.0.0.1", listener.getLocalPort())
                .build();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            greet(in, out);
            while (relay(in, out)) {
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone.
        } finally {
            while (server.isHeldByCurrentThread()) {
                server.unlock();
            }
        }
    }

    /** Encryption is declined, the login is not checked. */
    private void greet(DataInputStream in, DataOutputStream out) throws IOException {
        byte[] body = in.readNBytes(in.readInt() - 4);
        if (body.length == 4) {
            out.write('N');
            greet(in, out);
            return;
        }
        greeting.writeTo(out);
        out.flush();
    }

    /** One batch of messages, up to the one that asks for an answer, and the answer. */
    private boolean relay(DataInputStream in, DataOutputStream out) throws IOException {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        int type;
        do {
            type = in.read();
            if (type == 'X' || type < 0) {
                return false;
            }
            copy(type, in, new DataOutputStream(batch));
        } while (type != 'Q' && type != 'S');
        if (!server.isHeldByCurrentThread()) {
            server.lock();
        }
        batch.writeTo(toServer);
        if (answer(out) == 'I') {
            server.unlock();
        }
        return true;
    }

    /** Passes on what the server says until it is ready again, and returns the state of its transaction. */
    private int answer(DataOutputStream out) throws IOException {
        toServer.flush();
        int type;
        int last;
        do {
            type = fromServer.read();
            last = copy(type, fromServer, out);
        } while (type != 'Z');
        return last;
    }

    private static int copy(int type, DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - 4);
        out.write(type);
        out.writeInt(length);
        out.write(body);
        return body.length == 0 ? 0 : body[body.length - 1];
    }

    @Override
    public void close() throws IOException {
        listener.close();
        socket.close();
        threads.shutdownNow();
    }
}
