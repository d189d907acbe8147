package com.javaonjets.connection;

import java.io.IOException;
import java.io.OutputStream;

/** A socket's output, for a thread whose interrupt flag may be set. */
final class SentStream extends OutputStream {

    private final OutputStream socket;

    SentStream(OutputStream socket) {
        this.socket = socket;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** A flag that was set before closes no channel: it asks whoever waits, and a socket's write goes on all the same. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            socket.write(bytes, offset, length);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
