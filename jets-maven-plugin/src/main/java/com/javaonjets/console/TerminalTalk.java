package com.javaonjets.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** A person at a terminal: lines can be edited and called back, a statement as a whole. */
final class TerminalTalk implements Talk {

    private final Terminal terminal;
    private final LineReader reader;
    private final String prompt;

    TerminalTalk(Terminal terminal, String prompt, SqlText text, Path history) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("jets")
                .parser(new Statements(text))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P-> ")
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .build();
        terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
    }

    /** Ctrl-C drops what is typed. */
    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (UserInterruptException e) {
                // Typed anew.
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void print(String line) {
        terminal.writer().println(line);
        terminal.flush();
    }

    @Override
    public void interruptible(Runnable stop, Runnable work) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> stop.run());
        try {
            work.run();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets JLine ask for more until a statement has its end. */
    private static final class Statements implements Parser {

        private final SqlText text;
        private final Parser words = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);

        Statements(SqlText text) {
            this.text = text;
        }

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE && !text.isComplete(line)) {
                throw new EOFError(-1, cursor, "more is expected");
            }
            return words.parse(line, cursor, context);
        }
    }
}
