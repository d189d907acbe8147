package com.javaonjets.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Around each migration Flyway clears the session's variables and sets two settings back five times or more, twice of which
 * could have an effect; and it locks the history's rows by fetching them all, so that a thousand migrations fetch half a
 * million. A newer Flyway that words these otherwise is left to do as it does.
 */
final class MysqlShortcuts implements Shortcuts {

    private static final Pattern VARIABLES = Pattern.compile(
            "SELECT variable_name FROM (information_schema\\.user_variables|performance_schema\\.user_variables_by_thread)\\b.*");

    private static final String SETTINGS = "SET foreign_key_checks=?, sql_safe_updates=?";

    private static final Pattern LOCK =
            Pattern.compile("SELECT \\* FROM (`[^`]+`\\.`" + History.NAME + "`) FOR UPDATE");

    /** What Flyway asks and writes around a migration, none of which changes a variable or a setting. */
    private static final Pattern HARMLESS =
            Pattern.compile("SELECT (GET|RELEASE)_LOCK\\(.Flyway.*|SELECT DATABASE\\(\\)"
                    + "|SELECT COUNT\\(1\\) FROM information_schema\\.schemata .*"
                    + "|(SELECT `installed_rank`,.* FROM|INSERT INTO) `[^`]+`\\.`" + History.NAME + "` .*");

    private boolean reset;

    @Override
    public Optional<String> instead(String sql) {
        if (sql.equals(SETTINGS) || VARIABLES.matcher(sql).matches()) {
            return resetOnce(sql);
        }
        Matcher lock = LOCK.matcher(sql);
        if (lock.matches()) {
            return Optional.of(lastRow(lock.group(1)));
        }
        reset &= HARMLESS.matcher(sql).matches();
        return Optional.of(sql);
    }

    /** The settings are the last of the two to be set back. */
    private Optional<String> resetOnce(String sql) {
        if (reset) {
            return Optional.empty();
        }
        reset = sql.equals(SETTINGS);
        return Optional.of(sql);
    }

    /** Whoever adds a row waits for it, as for all rows. */
    private static String lastRow(String table) {
        return "SELECT `installed_rank` FROM " + table + " ORDER BY `installed_rank` DESC LIMIT 1 FOR UPDATE";
    }

    @Override
    public void touched() {
        reset = false;
    }
}
