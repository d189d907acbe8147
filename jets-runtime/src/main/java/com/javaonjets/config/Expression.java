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

        @Override
        public Optional<String> evaluate(Scope scope) {
            int colon = body.indexOf(':');
            String name = colon < 0 ? body : body.substring(0, colon);
            char operator = colon < 0 || colon + 1 == body.length() ? 0 : body.charAt(colon + 1);
            boolean readable = colon < 0 || operator == '-' || operator == '?';
            if (!text.endsWith("}") || !isName(name) || !readable) {
                throw refused(this, scope);
            }
            Optional<String> value = scope.variable(name);
            if (value.isPresent() && !value.get().isBlank()) {
                return value;
            }
            return colon < 0 ? Optional.empty() : otherwise(name, operator, body.substring(colon + 2), scope);
        }

        private Optional<String> otherwise(String name, char operator, String word, Scope scope) {
            if (operator == '?') {
                throw scope.missing(name, line, word);
            }
            Template template = Template.of(word, scope.place(), line);
            return template.expand(template.masked(), scope);
        }

        private static boolean isName(String text) {
            for (int i = 0; i < text.length(); i++) {
                char one = text.charAt(i);
                boolean letter = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || one == '_';
                boolean digit = one >= '0' && one <= '9';
                if (!letter && !(digit && i > 0)) {
                    return false;
                }
            }
            return !text.isEmpty();
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
        if (!Found.secret(key)) {
            return expression.text();
        }
        return expression instanceof Variable ? "${...}" : withoutDefaults(expression.text());
    }

    private static String withoutDefaults(String ruby) {
        return STRING.matcher(ruby)
                .replaceAll(string -> Matcher.quoteReplacement(string.group(1) == null ? "'...'" : string.group()));
    }
}
