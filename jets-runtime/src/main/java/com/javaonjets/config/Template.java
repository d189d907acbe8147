package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of config/database.yml with a token in place of each expression, so that YAML can be read before anything is
 * expanded: whatever an expression holds or stands for, quotes, {@code #} or {@code : }, is out of YAML's sight.
 *
 * <p>A token is a number between two characters that Unicode reserves for private use and YAML takes for letters.
 */
final class Template {

    static final char OPEN = '\uE000';
    static final char CLOSE = '\uE001';
    private static final int MAX_DIGITS = 7;

    private final String masked;
    private final List<Expression> expressions;
    private final List<Integer> lines;

    Template(String masked, List<Expression> expressions, List<Integer> lines) {
        this.masked = masked;
        this.expressions = List.copyOf(expressions);
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a text that begins in that line of that file.
     *
     * @throws JetsException if it holds ERB that does not stand for a value, such as {@code <% if x %>}
     */
    static Template of(String text, Place file, int line) {
        return new Masker(text, file, line).mask();
    }

    /** The text with tokens. */
    String masked() {
        return masked;
    }

    /** What the tokens stand for, in the order of their numbers. */
    List<Expression> expressions() {
        return expressions;
    }

    /** The line of the file that a line of the masked text comes from; both count from 1. */
    int line(int maskedLine) {
        return lines.get(Math.min(Math.max(maskedLine, 1), lines.size()) - 1);
    }

    /** The expression that a line of the masked text, counted from 1, begins with. */
    Optional<Expression> leading(int maskedLine) {
        return masked.lines().skip(Math.max(maskedLine, 1) - 1L).findFirst().flatMap(line -> {
            String text = line.strip();
            int end = end(text, 0);
            return end < 0 ? Optional.empty() : Optional.ofNullable(expression(text, 0, end));
        });
    }

    static boolean holdsExpression(String text) {
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, open + 1)) {
            if (end(text, open) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * A piece of the masked text with what its expressions stand for.
     *
     * @return empty if there are expressions and nothing but blanks comes of them
     */
    Optional<String> expand(String piece, Scope scope) {
        if (!holdsExpression(piece)) {
            return Optional.of(piece);
        }
        StringBuilder expanded = new StringBuilder();
        for (int at = 0; at < piece.length(); ) {
            int end = end(piece, at);
            Expression expression = end < 0 ? null : expression(piece, at, end);
            if (expression == null) {
                expanded.append(piece.charAt(at++));
            } else {
                expanded.append(expression.evaluate(scope).orElse(""));
                at = end;
            }
        }
        String text = expanded.toString();
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** Where the token that begins there ends; negative where none begins. */
    private static int end(String text, int open) {
        if (open >= text.length() || text.charAt(open) != OPEN) {
            return -1;
        }
        int close = open + 1;
        while (close < text.length() && text.charAt(close) >= '0' && text.charAt(close) <= '9') {
            close++;
        }
        int digits = close - open - 1;
        boolean closed = close < text.length() && text.charAt(close) == CLOSE;
        return closed && digits >= 1 && digits <= MAX_DIGITS ? close + 1 : -1;
    }

    private @Nullable Expression expression(String text, int open, int end) {
        int index = Integer.parseInt(text.substring(open + 1, end - 1));
        return index < expressions.size() ? expressions.get(index) : null;
    }
}
