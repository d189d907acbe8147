package com.javaonjets.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps what a TLS handshake writes until it reads. The last thing that it writes, in TLS 1.3, asks for no answer: it
 * travels with the login then, in one packet, and so do the session tickets that servers answer it with.
 */
final class HeldStream extends OutputStream {

    private final OutputStream out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(1024);
    private boolean holding = true;

    HeldStream(OutputStream out) {
        this.out = out;
    }

    /** This one, as something that the JVM need not load this class to know, where it does without TLS. */
    OutputStream asStream() {
        return this;
    }

    /** The handshake is over: what is held leaves with the next write. */
    void letGo() {
        holding = false;
    }

    /** Called before each read: the peer must have got what it is to answer. */
    void send() throws IOException {
        if (held.size() > 0) {
            byte[] all = held.toByteArray();
            held.reset();
            out.write(all);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!holding && held.size() == 0) {
            out.write(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        if (!holding) {
            send();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
