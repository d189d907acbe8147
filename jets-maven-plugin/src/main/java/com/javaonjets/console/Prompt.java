package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

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
        boolean typed = isTyped();
        try (Talk talk = typed ? talk(database, text) : piped(text);
                Dialogue dialogue = Dialogue.open(database, talk, text)) {
            if (typed) {
                dialogue.run();
            } else {
                dialogue.runScript();
            }
        }
    }

    /** Else it comes from a pipe or a file. */
    private static boolean isTyped() {
        try {
            return TerminalProvider.load(provider()).isSystemStream(SystemStream.Input);
        } catch (IOException e) {
            throw notUsable(e);
        }
    }

    private Talk talk(DatabaseConfig database, SqlText text) {
        String prompt = database.database() + "> ";
        try {
            Terminal terminal = terminal();
            if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                return new TerminalTalk(terminal, prompt, text, historyFile());
            }
            terminal.close();
        } catch (IOException e) {
            throw notUsable(e);
        }
        return plain(prompt, text, new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    private static JetsException notUsable(IOException cause) {
        return new JetsException("cannot use the terminal: " + cause.getMessage(), cause);
    }

    /** A file of SQL is in UTF-8, whatever the terminal speaks; what is not stops the goal, and is not replaced in silence. */
    private static Talk piped(SqlText text) {
        return plain("", text, new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()));
    }

    private static Talk plain(String prompt, SqlText text, Reader in) {
        return new PlainTalk(new BufferedReader(in), System.out, prompt, text);
    }

    private static Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .name("jets")
                .provider(provider())
                .dumb(true)
                .build();
    }

    /** By stty, which every Unix has: a native library makes newer Java versions warn. */
    private static String provider() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? "jni" : "exec";
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
