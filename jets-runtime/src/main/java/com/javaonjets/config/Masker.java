package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.ArrayList;
import java.util.List;

/** Walks once over a text and puts a token in place of each expression. */
final class Masker {

    private final String text;
    private final Place file;
    private final StringBuilder masked = new StringBuilder();
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int line;
    private int at;

    Masker(String text, Place file, int firstLine) {
        this.text = text;
        this.file = file;
        this.line = firstLine;
        lines.add(firstLine);
    }

    Template mask() {
        while (at < text.length()) {
            if (text.startsWith("<%%", at)) {
                escapedErb();
            } else if (text.startsWith("<%", at)) {
                erb();
            } else if (text.startsWith("${", at)) {
                variable();
            } else if (text.startsWith("$${", at)) {
                escapedVariable();
            } else {
                character();
            }
        }
        return new Template(masked.toString(), expressions, lines);
    }

    private void character() {
        char character = text.charAt(at++);
        masked.append(character);
        if (character == '\n') {
            lines.add(++line);
        }
    }

    /** As ERB has it: {@code <%%} is the text {@code <%}. */
    private void escapedErb() {
        masked.append("<%");
        at += "<%%".length();
    }

    private void erb() {
        int end = text.indexOf("%>", at);
        if (end < 0) {
            throw new JetsException(
                    "'<%' in " + file.line(line) + " has no end; expected '%>'; text is written '<%%' there");
        }
        String tag = text.substring(at, end + 2);
        if (tag.startsWith("<%=")) {
            token(new Expression.Erb(
                    tag,
                    line,
                    tag.substring(3, tag.length() - 2).replaceFirst("-$", "").strip()));
        } else if (!tag.startsWith("<%#")) {
            throw new JetsException("'" + firstLine(tag) + "' in " + file.line(line)
                    + " is Ruby that shapes the file, and no Ruby is run here (ERB would run it even in a comment); "
                    + "write the sections out, and take values from the environment by " + Expression.FORMS);
        }
        consume(tag);
    }

    private static String firstLine(String tag) {
        List<String> lines =
                tag.lines().map(String::strip).filter(one -> !one.equals("<%")).toList();
        return lines.size() == 1 ? lines.get(0) : lines.get(0) + " ...";
    }

    private void variable() {
        String found = braces(at);
        String body = found.substring(2, found.length() - (found.endsWith("}") ? 1 : 0));
        token(new Expression.Variable(found, line, body));
        consume(found);
    }

    private void escapedVariable() {
        String found = braces(at + 1);
        token(new Expression.Literal("$" + found, line, found));
        consume("$" + found);
    }

    /** From <code>${</code> to the brace that closes it, or the two characters alone where none does in that line. */
    private String braces(int start) {
        int depth = 0;
        for (int end = start + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
            if (text.charAt(end) == '{') {
                depth++;
            } else if (text.charAt(end) == '}' && --depth == 0) {
                return text.substring(start, end + 1);
            }
        }
        return text.substring(start, start + 2);
    }

    private void token(Expression expression) {
        masked.append(Template.OPEN).append(expressions.size()).append(Template.CLOSE);
        expressions.add(expression);
    }

    private void consume(String piece) {
        at += piece.length();
        for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', end + 1)) {
            line++;
        }
    }
}
