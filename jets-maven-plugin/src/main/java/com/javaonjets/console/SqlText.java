package com.javaonjets.console;

import com.javaonjets.config.Adapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits what is typed into statements, each up to its semicolon. A semicolon in a string, a quoted name or a comment ends
 * nothing. MySQL's DELIMITER changes what does, for the statements that follow.
 */
final class SqlText {

    /**
     * The complete statements, without what ended them.
     *
     * @param rest what follows the last of them
     */
    record Split(List<String> statements, String rest) {}

    private static final String DELIMITER = "delimiter ";

    private final Adapter adapter;
    private String delimiter = ";";

    SqlText(Adapter adapter) {
        this.adapter = adapter;
    }

    /** Whether nothing more is expected: each statement has its end, or it is a command to the prompt. */
    boolean isComplete(String text) {
        return Command.of(text).isPresent()
                || isDelimiter(text)
                || isBlank(split(text).rest());
    }

    /** Takes a DELIMITER line to heart, and says whether it was one. */
    boolean changeDelimiter(String text) {
        if (isDelimiter(text)) {
            delimiter = text.strip().substring(DELIMITER.length()).strip();
        }
        return isDelimiter(text);
    }

    private boolean isDelimiter(String text) {
        String line = text.strip();
        return adapter == Adapter.MYSQL
                && line.toLowerCase(Locale.ROOT).startsWith(DELIMITER)
                && line.indexOf('\n') < 0
                && line.length() > DELIMITER.length();
    }

    Split split(String text) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(delimiter, at)) {
                add(statements, text.substring(start, at));
                at += delimiter.length();
                start = at;
            } else {
                at = after(text, at);
            }
        }
        return new Split(statements, text.substring(start));
    }

    private void add(List<String> statements, String statement) {
        if (!isBlank(statement)) {
            statements.add(statement.strip());
        }
    }

    /** Nothing but blanks and comments that have their end. What MySQL runs although it stands in a comment is none. */
    boolean isBlank(String text) {
        int at = 0;
        while (at < text.length()) {
            int comment = afterComment(text, at);
            if ((comment == at && !Character.isWhitespace(text.charAt(at))) || isRun(text, at)) {
                return false;
            }
            if (comment > text.length()) {
                return false;
            }
            at = Math.max(comment, at + 1);
        }
        return true;
    }

    private boolean isRun(String text, int at) {
        return adapter == Adapter.MYSQL && (text.startsWith("/*!", at) || text.startsWith("/*M!", at));
    }

    /** The place after the character, or after the string, name or comment that begins there; at most the end. */
    private int after(String text, int at) {
        int comment = afterComment(text, at);
        int end = comment > at ? comment : afterQuoted(text, at);
        return Math.min(text.length(), Math.max(end, at + 1));
    }

    /** The place itself if no comment begins there; past the end if one does that has none of its own. */
    private int afterComment(String text, int at) {
        if (beginsLineComment(text, at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end + 1;
        }
        return text.startsWith("/*", at) ? afterBlockComment(text, at) : at;
    }

    /** MySQL wants a blank after the dashes, and knows the number sign too. */
    private boolean beginsLineComment(String text, int at) {
        return switch (adapter) {
            case POSTGRESQL -> text.startsWith("--", at);
            case MYSQL ->
                text.charAt(at) == '#'
                        || (text.startsWith("--", at)
                                && (at + 2 >= text.length() || Character.isWhitespace(text.charAt(at + 2))));
        };
    }

    /** PostgreSQL's comments may hold comments. */
    private int afterBlockComment(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            if (text.startsWith("*/", at)) {
                depth--;
                at++;
            } else if (text.startsWith("/*", at) && (depth == 0 || adapter == Adapter.POSTGRESQL)) {
                depth++;
                at++;
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length() + 1;
    }

    private int afterQuoted(String text, int at) {
        return switch (text.charAt(at)) {
            case '\'' -> afterQuote(text, at, adapter == Adapter.MYSQL || isEscapeString(text, at));
            case '"' -> afterQuote(text, at, adapter == Adapter.MYSQL);
            case '`' -> adapter == Adapter.MYSQL ? afterQuote(text, at, false) : at;
            case '$' -> adapter == Adapter.POSTGRESQL ? afterDollars(text, at) : at;
            default -> at;
        };
    }

    /** PostgreSQL's E'...'. */
    private static boolean isEscapeString(String text, int quote) {
        return quote > 0
                && Character.toLowerCase(text.charAt(quote - 1)) == 'e'
                && (quote == 1 || !Character.isJavaIdentifierPart(text.charAt(quote - 2)));
    }

    /** A doubled quote ends one string and begins the next, which comes to the same. */
    private static int afterQuote(String text, int start, boolean backslashes) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == text.charAt(start)) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int afterDollars(String text, int start) {
        boolean inName = start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1));
        int end = text.indexOf('$', start + 1);
        if (inName || end < 0 || !text.substring(start + 1, end).matches("|[\\p{L}_][\\p{L}\\p{N}_]*")) {
            return start;
        }
        String tag = text.substring(start, end + 1);
        int close = text.indexOf(tag, end + 1);
        return close < 0 ? text.length() : close + tag.length();
    }
}
