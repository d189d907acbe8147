package com.javaonjets.connection;

/** Tells statements that do nothing to a transaction but take part in it from all others. */
final class MysqlDml {

    private static final String[] WORDS = {"SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH"};

    private MysqlDml() {}

    /** Whether the statement begins with a word of DML, behind comments. What is not understood is taken for another. */
    static boolean is(String sql) {
        int start = start(sql);
        for (String word : WORDS) {
            if (sql.regionMatches(true, start, word, 0, word.length()) && endsAt(sql, start + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAt(String sql, int at) {
        return at < sql.length() && !Character.isJavaIdentifierPart(sql.charAt(at));
    }

    /** Behind blanks and comments. */
    private static int start(String sql) {
        int at = 0;
        while (at < sql.length()) {
            int next = behind(sql, at);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** A comment that begins with an exclamation mark, or MariaDB's M and one, is run. */
    private static int behind(String sql, int at) {
        if (Character.isWhitespace(sql.charAt(at))) {
            return at + 1;
        }
        if (sql.startsWith("#", at) || sql.startsWith("-- ", at)) {
            return end(sql, "\n", at);
        }
        boolean comment = sql.startsWith("/*", at) && !sql.startsWith("!", at + 2) && !sql.startsWith("M!", at + 2);
        return comment ? end(sql, "*/", at + 2) : at;
    }

    private static int end(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }
}
