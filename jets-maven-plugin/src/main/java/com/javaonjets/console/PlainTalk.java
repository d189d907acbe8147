package com.javaonjets.console;

import com.javaonjets.JetsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines that come from a pipe or a file, or from a terminal that can nothing but print. */
final class PlainTalk implements Talk {

    private final BufferedReader in;
    private final PrintStream out;
    private final String prompt;
    private final SqlText text;

    /** @param prompt shown to whoever types; empty where no one does */
    PlainTalk(BufferedReader in, PrintStream out, String prompt, SqlText text) {
        this.in = in;
        this.out = out;
        this.prompt = prompt;
        this.text = text;
    }

    /** At the end what lacks its semicolon counts too, as in psql. */
    @Override
    public Optional<String> next() {
        StringBuilder typed = new StringBuilder();
        String more = prompt.isEmpty() ? "" : "-> ";
        for (String line = line(prompt); line != null; line = line(more)) {
            typed.append(line).append('\n');
            if (text.isComplete(typed.toString())) {
                return Optional.of(typed.toString());
            }
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.toString());
    }

    private @Nullable String line(String sign) {
        out.print(sign);
        out.flush();
        try {
            return in.readLine();
        } catch (CharacterCodingException e) {
            throw new JetsException(
                    "what is piped is not in UTF-8; nothing more of it was run; write it anew in UTF-8, as by iconv",
                    e);
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
