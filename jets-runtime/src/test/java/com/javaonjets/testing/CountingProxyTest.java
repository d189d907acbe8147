package com.javaonjets.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CountingProxyTest {

    private static final byte[] CHANGE_CIPHER_SPEC = {20, 3, 3, 0, 1, 1};

    private ServerSocket listener;
    private CountingProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        proxy = CountingProxy.to("127.0.0.1", listener.getLocalPort());
        client = connected(proxy.port());
        server = listener.accept();
        client.setSoTimeout(10_000);
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        listener.close();
        proxy.close();
    }

    @Test
    void countsAnAnswerAfterAQuestion() throws IOException {
        ask("a");
        answer("b");
        ask("c");
        answer("d");

        assertThat(proxy.trips()).isEqualTo(2);
        assertThat(proxy.trips()).isZero();
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void countsAGreetingAsNone() throws IOException {
        answer("hello");

        assertThat(proxy.trips()).isZero();
    }

    @Test
    void countsAnAnswerInPiecesOnce() throws IOException {
        ask("a");
        answer("b");
        answer("c");

        assertThat(proxy.trips()).isEqualTo(1);
    }

    @Test
    void countsAChangeCipherSpecByItselfAsNone() throws IOException {
        client.getOutputStream().write(CHANGE_CIPHER_SPEC);
        server.getInputStream().readNBytes(CHANGE_CIPHER_SPEC.length);
        answer("b");

        assertThat(proxy.trips()).isZero();
    }

    @Test
    void tellsEachSideThatTheOtherHasGone() throws IOException {
        server.close();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void canKeepAnEndToItself() throws IOException {
        proxy.withholdEnds();
        server.close();
        client.setSoTimeout(100);

        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void holdsDataBackWhileItIsStalled() throws IOException {
        proxy.stall();
        server.getOutputStream().write('x');
        client.setSoTimeout(100);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        proxy.resume();
        client.setSoTimeout(10_000);
        assertThat(client.getInputStream().read()).isEqualTo('x');
    }

    @Test
    void cutsAfterTheServerHasGotTheQuestion() throws IOException {
        proxy.cutBeforeAnswer();
        ask("a");
        server.getOutputStream().write('b');

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void forgetsAConnectionAndServesTheNext() throws IOException {
        proxy.forget();
        server.getOutputStream().write('x');
        client.setSoTimeout(100);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        try (Socket next = connected(proxy.port());
                Socket accepted = listener.accept()) {
            send(next, accepted, "a");
        }
    }

    @Test
    void refusesAndAcceptsAgain() throws IOException {
        int port = proxy.port();
        proxy.refuse();
        assertThatThrownBy(() -> connected(port)).isInstanceOf(ConnectException.class);

        proxy.accept();
        connected(port).close();
    }

    private static Socket connected(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private void ask(String text) throws IOException {
        send(client, server, text);
    }

    private void answer(String text) throws IOException {
        send(server, client, text);
    }

    private static void send(Socket from, Socket to, String text) throws IOException {
        from.getOutputStream().write(text.charAt(0));
        if (to.getInputStream().read() != text.charAt(0)) {
            throw new EOFException(text);
        }
    }
}
