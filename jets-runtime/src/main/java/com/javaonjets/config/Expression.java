package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of config/database.yml that stands for a value of the process environment. */
sealed interface Expression {

    /** The forms that work, in the words of a message. */
    String FORMS = "${NAME}, ${NAME:-default}, ${NAME:?message}, <%= ENV['NAME'] %>, <%= ENV['NAME'] || 'default' %>, "
            + "<%= ENV.fetch('NAME') %>, <%= ENV.fetch('NAME', 'default') %>, <%= ENV.fetch('NAME') { 'default' } %>";

    /** A string of Ruby, its first group what makes it the name of a variable. */
    Pattern STRING = Pattern.compile("(\\[|fetch\\(|fetch )?(['\"]).*?(\\2|$)", Pattern.DOTALL);

    /** As it stands in the file. */
    String text();

    /** The line of the file where it begins, counted from 1. */
    int line();

    /**
     * What it stands for; empty where Ruby would have nil.
     *
     * @throws JetsException if it is no form that works, or a variable that it insists on is not set
     */
    Optional<String> evaluate(Scope scope);

    /**
     * Text that an escape keeps from being an expression: {@code $${NAME}} is {@code ${NAME}}.
     *
     * @param value what stands for itself
     */
    record Literal(String text, int line, String value) implements Expression {
        @Override
        public Optional<String> evaluate(Scope scope) {
            return Optional.of(value);
        }
    }

    /**
     * Ruby between {@code <%=} and {@code %>}.
     *
     * @param code what stands between the two
     */
    record Erb(String text, int line, String code) implements Expression {
        @Override
        public Optional<String> evaluate(Scope scope) {
            return RubyParser.parse(code, line)
                    .orElseThrow(() -> refused(this, scope))
                    .evaluate(scope);
        }
    }

    /**
     * A variable in the shell's notation. As in the shell, {@code :-} and {@code :?} take a blank variable for an unset one.
     *
     * @param body what stands between <code>${</code> and <code>}</code>; without an end, everything up to the end of the line
     */
    record Variable(String text, int line, String body) implements Expression {

        private static final Pattern BODY =
                Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::(?<operator>[-?])(?<word>.*))?", Pattern.DOTALL);

        @Override
        public Optional<String> evaluate(Scope scope) {
            Matcher matcher = BODY.matcher(body);
            if (!text.endsWith("}") || !matcher.matches()) {
                throw refused(this, scope);
            }
            String name = matcher.group(1);
            Optional<String> value = scope.variable(name).filter(found -> !found.isBlank());
            if (value.isPresent() || matcher.group("operator") == null) {
                return value;
            }
            if (matcher.group("operator").equals("?")) {
                throw scope.missing(name, line, matcher.group("word"));
            }
            Template word = Template.of(matcher.group("word"), scope.place(), line);
            return word.expand(word.masked(), scope);
        }
    }

    private static JetsException refused(Expression expression, Scope scope) {
        return new JetsException("'" + shown(expression, scope.key()) + "', the value of '" + scope.key() + "' in "
                + scope.place().line(expression.line())
                + ", is no expression that can be read; the forms that work are "
                + FORMS + (expression instanceof Variable ? "; a '${' that is meant as text is written '$${'" : ""));
    }

    /** The text, save a default that may be a password. */
    private static String shown(Expression expression, String key) {
        if (!Keys.secret(key)) {
            return expression.text();
        }
        return expression instanceof Variable ? "${...}" : withoutDefaults(expression.text());
    }

    private static String withoutDefaults(String ruby) {
        return STRING.matcher(ruby)
                .replaceAll(string -> Matcher.quoteReplacement(string.group(1) == null ? "'...'" : string.group()));
    }
}
