package com.javaonjets.console;

import java.util.Locale;
import java.util.Optional;

/** What is typed to the prompt itself. */
enum Command {
    QUIT,
    HELP,
    UNKNOWN;

    static Optional<Command> of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "\\q", "quit", "exit", "quit;", "exit;" -> Optional.of(QUIT);
            case "\\?", "\\h", "help", "help;", "?" -> Optional.of(HELP);
            default -> word.startsWith("\\") ? Optional.of(UNKNOWN) : Optional.empty();
        };
    }
}
