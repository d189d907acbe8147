package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A plain prompt for SQL, which needs nothing but the driver. */
final class Prompt implements Console {

    private final Path history;

    Prompt(Path history) {
        this.history = history;
    }

    @Override
    public String title() {
        return "a prompt of Jets' own; \\? helps, \\q ends it";
    }

    @Override
    public void open(DatabaseConfig database) {
        SqlText text = new SqlText(database.adapter());
        try (Talk talk = talk(database, text);
                Dialogue dialogue = Dialogue.open(database, talk, text)) {
            dialogue.run();
        }
    }

    private Talk talk(DatabaseConfig database, SqlText text) {
        try {
            Terminal terminal = terminal();
            if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                return new TerminalTalk(terminal, database.database() + "> ", text, historyFile());
            }
            terminal.close();
        } catch (IOException e) {
            throw new JetsException("cannot use the terminal: " + e.getMessage(), e);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return new PlainTalk(in, System.out, text);
    }

    /** By stty, which every Unix has: a native library makes newer Java versions warn. */
    private static Terminal terminal() throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return TerminalBuilder.builder()
                .name("jets")
                .provider(windows ? "jni" : "exec")
                .dumb(true)
                .build();
    }

    /** What is typed may hold a password. */
    private Path historyFile() throws IOException {
        Files.createDirectories(history.resolveSibling(""));
        File file = history.toFile();
        if (file.createNewFile() && !(file.setReadable(false, false) && file.setReadable(true, true))) {
            throw new IOException("cannot keep " + file + " from other users");
        }
        return history;
    }
}
