package com.javaonjets.config;

import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the little Ruby that configuration files use to look into the process environment: {@code ENV['N']},
 * {@code ENV.fetch('N')}, {@code ENV.fetch('N', d)}, {@code ENV.fetch('N') { d }}, {@code .presence} (ActiveSupport's)
 * or {@code .to_i} behind any of them, parentheses, and {@code ||} (or {@code or}) between them. A default is one of these again, a string without
 * interpolation, a number, {@code true}, {@code false} or {@code nil}.
 */
final class RubyParser {

    /** A piece of Ruby, ready to be evaluated; empty is nil. */
    interface Ruby {
        Optional<String> evaluate(Scope scope);
    }

    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'", Pattern.DOTALL);
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\#]|#(?![{@$])|\\\\[\"\\\\])*)\"");
    /** Ruby reads a leading zero as octal, which is hardly what was meant: no number here. */
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?![\\w.])");

    private static final Pattern LEADING_DIGITS = Pattern.compile("\\s*(-?[0-9]+)");

    private static final Pattern OR = Pattern.compile("\\|\\||or\\b");
    private static final Pattern NIL = Pattern.compile("nil\\b");
    private static final Pattern BOOLEAN = Pattern.compile("(?:true|false)\\b");

    private final String code;
    private final int line;
    private int at;

    private RubyParser(String code, int line) {
        this.code = code;
        this.line = line;
    }

    /** The expression, or empty if it is more than is understood here. */
    static Optional<Ruby> parse(String code, int line) {
        try {
            RubyParser parser = new RubyParser(code, line);
            Ruby expression = parser.alternatives();
            return parser.at == code.length() ? Optional.of(expression) : Optional.empty();
        } catch (ParseException notUnderstood) {
            return Optional.empty();
        }
    }

    private Ruby alternatives() throws ParseException {
        Ruby first = alternative();
        if (accept(OR).isEmpty()) {
            return first;
        }
        Ruby rest = alternatives();
        return scope -> first.evaluate(scope).or(() -> rest.evaluate(scope));
    }

    private Ruby alternative() throws ParseException {
        Ruby value = value();
        while (true) {
            Ruby receiver = value;
            if (accept(".presence")) {
                value = scope -> receiver.evaluate(scope).filter(text -> !text.isBlank());
            } else if (accept(".to_i")) {
                value = scope -> Optional.of(integer(receiver.evaluate(scope).orElse("")));
            } else {
                return value;
            }
        }
    }

    /** Ruby's String#to_i: the digits that a text begins with, else 0. */
    private static String integer(String text) {
        Matcher digits = LEADING_DIGITS.matcher(text);
        return digits.lookingAt() ? digits.group(1) : "0";
    }

    private Ruby value() throws ParseException {
        if (accept("(")) {
            Ruby inner = alternatives();
            expect(")");
            return inner;
        }
        if (accept("ENV.fetch")) {
            return fetch();
        }
        if (accept("ENV[")) {
            String name = string();
            expect("]");
            return scope -> scope.variable(name);
        }
        return literal();
    }

    private Ruby fetch() throws ParseException {
        boolean parentheses = accept("(");
        String name = string();
        Optional<Ruby> argument = accept(",") ? Optional.of(alternatives()) : Optional.empty();
        if (parentheses) {
            expect(")");
        }
        if (argument.isEmpty() && accept("{")) {
            argument = Optional.of(alternatives());
            expect("}");
        }
        Optional<Ruby> fallback = argument;
        return scope -> fallback.isPresent()
                ? scope.variable(name).or(() -> fallback.get().evaluate(scope))
                : Optional.of(scope.variable(name)
                        .orElseThrow(() ->
                                scope.missing(name, line, "set it, or give it a default: ${" + name + ":-default}")));
    }

    private Ruby literal() throws ParseException {
        if (accept(NIL).isPresent()) {
            return scope -> Optional.empty();
        }
        Optional<String> word = accept(NUMBER).or(() -> accept(BOOLEAN));
        String text = word.isPresent() ? word.get() : string();
        return scope -> Optional.of(text);
    }

    private String string() throws ParseException {
        Optional<String> single = accept(SINGLE_QUOTED);
        if (single.isPresent()) {
            return single.get().replaceAll("\\\\(['\\\\])", "$1");
        }
        return accept(DOUBLE_QUOTED)
                .orElseThrow(() -> new ParseException(code, at))
                .replaceAll("\\\\(.)", "$1");
    }

    private void expect(String symbol) throws ParseException {
        if (!accept(symbol)) {
            throw new ParseException(code, at);
        }
    }

    private boolean accept(String symbol) {
        return accept(Pattern.compile(Pattern.quote(symbol))).isPresent();
    }

    /** Moves past the pattern and the spaces about it, and gives its first group, or all of it where it has none. */
    private Optional<String> accept(Pattern pattern) {
        int start = skip(at);
        Matcher matcher = pattern.matcher(code).region(start, code.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = skip(matcher.end());
        return Optional.of(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }

    private int skip(int from) {
        Matcher space = SPACE.matcher(code).region(from, code.length());
        return space.lookingAt() ? space.end() : from;
    }
}
