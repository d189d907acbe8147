package com.javaonjets.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A socket's input, with room for one byte that was taken by a look. It ends each read with the socket's deadline. */
final class PushbackStream extends InputStream {

    private static final int NONE = -1;

    private final InputStream plain;
    private final ProbedSocket socket;
    private volatile int given = NONE;
    private volatile @Nullable HeldStream questions;

    /** @param plain waits for as long as the socket's limit says */
    PushbackStream(InputStream plain, ProbedSocket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    /** Has what is held sent before each read. */
    void answers(HeldStream held) {
        questions = held;
    }

    private void ask() throws IOException {
        HeldStream held = questions;
        if (held != null) {
            held.send();
        }
    }

    boolean hasByte() {
        return given != NONE;
    }

    void giveBack(byte taken) {
        given = taken & 0xff;
    }

    @Override
    public int read() throws IOException {
        ask();
        int first = given;
        given = NONE;
        if (first != NONE) {
            return first;
        }
        byte[] one = new byte[1];
        return received(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Gives a byte that was taken alone, so that no read waits behind it. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        ask();
        if (given == NONE || length == 0) {
            return received(buffer, offset, length);
        }
        buffer[offset] = (byte) given;
        given = NONE;
        return 1;
    }

    /** An interrupt flag that was set before closes no channel; an interrupt that comes while this waits does. */
    private int received(byte[] buffer, int offset, int length) throws IOException {
        boolean interrupted = Thread.interrupted();
        socket.mode().lock();
        try {
            socket.limitRead();
            return plain.read(buffer, offset, length);
        } catch (SocketTimeoutException e) {
            throw socket.cause(e);
        } finally {
            socket.mode().unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public int available() throws IOException {
        return plain.available() + (given == NONE ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
