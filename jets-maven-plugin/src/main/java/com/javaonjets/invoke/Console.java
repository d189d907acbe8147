package com.javaonjets.invoke;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Standard output, on which lines of ours start at the margin: Lambda's logger ends no line, since CloudWatch keeps
 * each message apart.
 */
final class Console extends FilterOutputStream {

    private boolean atMargin = true;

    Console(OutputStream out) {
        super(out);
    }

    @Override
    public synchronized void write(int b) throws IOException {
        out.write(b);
        atMargin = b == '\n';
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        atMargin = length == 0 ? atMargin : bytes[offset + length - 1] == '\n';
    }

    synchronized void line(String text) {
        try {
            String line = (atMargin ? "" : System.lineSeparator()) + text + System.lineSeparator();
            write(line.getBytes(StandardCharsets.UTF_8));
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
