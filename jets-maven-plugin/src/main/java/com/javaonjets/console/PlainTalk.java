package com.javaonjets.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines that come from a pipe or a file, or from a terminal that can nothing but print; no prompt is shown. */
final class PlainTalk implements Talk {

    private final BufferedReader in;
    private final PrintStream out;
    private final SqlText text;

    PlainTalk(BufferedReader in, PrintStream out, SqlText text) {
        this.in = in;
        this.out = out;
        this.text = text;
    }

    /** At the end what lacks its semicolon counts too, as in psql. */
    @Override
    public Optional<String> next() {
        StringBuilder typed = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            typed.append(line).append('\n');
            if (text.isComplete(typed.toString())) {
                return Optional.of(typed.toString());
            }
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.toString());
    }

    private @Nullable String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void print(String line) {
        out.println(line);
    }

    @Override
    public void interruptible(Runnable stop, Runnable work) {
        work.run();
    }

    /** The streams are the process's, and stay open. */
    @Override
    public void close() {
        out.flush();
    }
}
