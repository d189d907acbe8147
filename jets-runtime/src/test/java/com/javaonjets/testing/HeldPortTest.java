package com.javaonjets.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HeldPortTest {

    private final HeldPort port = new HeldPort();

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void refusesWhileNothingListens() throws IOException {
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        port.listen().close();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void takesAServerAgainAndAgain() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (ServerSocket server = port.listen()) {
                Socket client = connect();
                server.accept().close();
                client.close();
            }
        }
    }

    @Test
    void isGivenToNoOneElse() throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(false);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number());
            assertThatThrownBy(() -> other.bind(address)).hasMessageContaining("in use");
        }
        assertThat(port.number()).isPositive();
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port.number());
    }
}
