package com.javaonjets.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A socket's output, for a thread whose interrupt flag may be set. No option of a socket bounds a write, which waits without
 * end for a peer that takes nothing: where there is a deadline the channel does not block, and the room is waited for.
 */
final class SentStream extends OutputStream {

    /** What is written at once at most, since the JVM copies it out of its heap. */
    private static final int PIECE = 65_536;

    /** After which a wait for room looks whether the socket was closed, in milliseconds. */
    private static final int LOOK = 100;

    private final ProbedSocket socket;
    private final SocketChannel channel;
    private final OutputStream plain;

    /** @param plain waits for as long as it takes */
    SentStream(ProbedSocket socket, SocketChannel channel, OutputStream plain) {
        this.socket = socket;
        this.channel = channel;
        this.plain = plain;
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
            if (!socket.isBounded() || !writtenWithinBound(bytes, offset, length)) {
                plain.write(bytes, offset, length);
            }
        } catch (IllegalBlockingModeException e) {
            throw new IOException("another thread writes", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns false where another thread reads: only a farewell is written then, and must not wait for that to end. */
    private boolean writtenWithinBound(byte[] bytes, int offset, int length) throws IOException {
        if (!socket.mode().tryLock()) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            try {
                writeAll(ByteBuffer.wrap(bytes, offset, length));
            } finally {
                channel.configureBlocking(true);
            }
        } finally {
            socket.mode().unlock();
        }
        return true;
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + PIECE));
            if (channel.write(bytes) == 0) {
                awaitRoom();
            }
        }
    }

    /** Waits once; the caller tries again. */
    private void awaitRoom() throws IOException {
        int left = socket.within(LOOK);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            selector.select(left);
        }
        if (Thread.currentThread().isInterrupted()) {
            channel.close();
            throw new ClosedByInterruptException();
        }
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
