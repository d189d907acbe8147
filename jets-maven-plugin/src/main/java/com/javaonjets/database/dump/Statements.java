package com.javaonjets.database.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what pg_dump, mysqldump or mariadb-dump has written apart into statements, without the comments between them. */
final class Statements {

    /** What may hold a semicolon that ends nothing. */
    private static final Pattern TOKEN = Pattern.compile(
            "'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+(?:``[^`]*+)*+`"
                    + "|(?<tag>\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$).*?\\k<tag>"
                    + "|(?<comment>--(?=\\s)[^\\n]*\\n?|/\\*(?!!|M!1).*?\\*/)"
                    + "|(?<meta>(?<=\\n|\\A)\\\\[a-z]+[^\\n]*\\n?)"
                    + "|(?<delimiter>(?<=\\n|\\A)DELIMITER (?<end>\\S+)\\n?)"
                    + "|(?<atomic>\\bBEGIN ATOMIC\\b.*?\\nEND(?=;\\n))",
            Pattern.DOTALL);

    /** A literal with backslashes in it, or MySQL's own comment, which may hold a quote. */
    private static final Pattern ESCAPED = Pattern.compile(
            "'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:(?:\\\\.|\"\")[^\"\\\\]*+)*+\"|#[^\\n]*+",
            Pattern.DOTALL);

    /** mysqldump sets the mode of each routine, trigger and event before it. */
    private static final Pattern MODE = Pattern.compile("(?:/\\*M?!\\d+ )?SET sql_mode += .*", Pattern.DOTALL);

    private boolean backslashes;

    private Statements(boolean backslashes) {
        this.backslashes = backslashes;
    }

    /** Of pg_dump, where only literals that begin with E have escapes. */
    static List<String> ofPostgresql(String text) {
        return new Statements(false).split(text);
    }

    /** Of mysqldump and mariadb-dump. */
    static List<String> ofMysql(String text) {
        return new Statements(true).split(text);
    }

    /** Without the delimiters at their end. */
    private List<String> split(String text) {
        List<String> statements = new ArrayList<>();
        boolean ofMysql = backslashes;
        StringBuilder statement = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        Matcher escaped = ESCAPED.matcher(text);
        String end = ";";
        int at = 0;
        while (at < text.length()) {
            if ((backslashes || isEscaped(text, at)) && find(escaped, at, text.length())) {
                statement.append(escaped.group());
                at = escaped.end();
            } else if (find(token, at, text.length())) {
                if (token.group("delimiter") != null) {
                    end = token.group("end");
                } else if (token.group("meta") == null && !(token.group("comment") != null && isBlank(statement))) {
                    statement.append(token.group());
                }
                at = token.end();
            } else if (text.startsWith(end, at)) {
                if (ofMysql && MODE.matcher(statement.toString().strip()).matches()) {
                    backslashes = statement.indexOf(MysqlRefusals.NO_ESCAPES) < 0;
                }
                add(statements, statement);
                at += end.length();
            } else {
                statement.append(text.charAt(at++));
            }
        }
        add(statements, statement);
        return statements;
    }

    /** Without a copy of what may be long, and is asked about at each of its comments. */
    private static boolean isBlank(StringBuilder statement) {
        return statement.chars().allMatch(Character::isWhitespace);
    }

    private static boolean find(Matcher matcher, int at, int end) {
        return matcher.region(at, end)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .lookingAt();
    }

    private static boolean isEscaped(String text, int quote) {
        return quote > 0
                && text.charAt(quote) == '\''
                && text.charAt(quote - 1) == 'E'
                && (quote == 1 || !Character.isLetterOrDigit(text.charAt(quote - 2)));
    }

    private static void add(List<String> statements, StringBuilder statement) {
        String sql = statement.toString().strip();
        if (!sql.isEmpty()) {
            statements.add(sql);
        }
        statement.setLength(0);
    }
}
