package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of config/database.yml with a token in place of each expression, so that YAML can be read before anything is
 * expanded: whatever an expression holds or stands for, quotes, {@code #} or {@code : }, is out of YAML's sight.
 *
 * <p>A token is a number between two characters that Unicode reserves for private use and YAML takes for letters.
 */
final class Template {

    static final char OPEN = '\uE000';
    static final char CLOSE = '\uE001';
    private static final Pattern TOKEN = Pattern.compile(OPEN + "([0-9]{1,7})" + CLOSE);

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

    /** The line of the file that a line of the masked text comes from; both count from 1. */
    int line(int maskedLine) {
        return lines.get(Math.min(Math.max(maskedLine, 1), lines.size()) - 1);
    }

    /** The expression that a line of the masked text, counted from 1, begins with. */
    Optional<Expression> leading(int maskedLine) {
        return masked.lines().skip(Math.max(maskedLine, 1) - 1L).findFirst().flatMap(line -> {
            Matcher token = TOKEN.matcher(line.strip());
            return token.lookingAt() ? expression(token) : Optional.empty();
        });
    }

    static boolean holdsExpression(String text) {
        return TOKEN.matcher(text).find();
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
        String expanded = TOKEN.matcher(piece)
                .replaceAll(token -> Matcher.quoteReplacement(expression(token)
                        .map(found -> found.evaluate(scope).orElse(""))
                        .orElse(token.group())));
        return Optional.of(expanded).filter(text -> !text.isBlank());
    }

    private Optional<Expression> expression(MatchResult token) {
        int index = Integer.parseInt(token.group(1));
        return index < expressions.size() ? Optional.of(expressions.get(index)) : Optional.empty();
    }
}
