package com.javaonjets.console;

import com.javaonjets.config.DatabaseConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** A person at a terminal, who waits for what is printed before typing on. */
final class Typist implements AutoCloseable {

    private static final String PROMPT = "sql> ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Terminal terminal;
    private final CompletableFuture<Void> console;
    private int seen;

    private Typist(DatabaseConfig database, Path history) throws IOException {
        terminal = new ExternalTerminal("test", "vt100", new PipedInputStream(keys), screen, StandardCharsets.UTF_8);
        console = CompletableFuture.runAsync(() -> talk(database, history));
    }

    static Typist at(DatabaseConfig database, Path history) throws IOException, InterruptedException {
        Typist typist = new Typist(database, history);
        typist.await(PROMPT);
        return typist;
    }

    private void talk(DatabaseConfig database, Path history) {
        SqlText text = new SqlText(database.adapter());
        try (Talk talk = new TerminalTalk(terminal, PROMPT, text, history);
                Dialogue dialogue = Dialogue.open(database, talk, text)) {
            dialogue.run();
        }
    }

    void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Waits until the text appears after what was waited for before. */
    void await(String text) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!found(text)) {
            if (System.nanoTime() > deadline || console.isDone()) {
                throw new AssertionError("no '" + text + "' on the screen: " + screen());
            }
            Thread.sleep(20);
        }
    }

    private boolean found(String text) {
        int at = screen().indexOf(text, seen);
        seen = at < 0 ? seen : at + text.length();
        return at >= 0;
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        type("\003");
        await(PROMPT);
    }

    /** The statement may not have begun when the first key comes. */
    void interruptUntilPrompted() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!found(PROMPT) && System.nanoTime() < deadline) {
            type("\003");
            Thread.sleep(200);
        }
    }

    /** Ctrl-D; returns all that was on the screen. */
    String end() throws Exception {
        type("\004");
        console.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return screen();
    }

    @Override
    public void close() throws IOException {
        keys.close();
        terminal.close();
    }
}
