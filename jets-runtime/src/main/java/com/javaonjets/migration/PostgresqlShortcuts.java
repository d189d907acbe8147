package com.javaonjets.migration;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Around each migration Flyway sets the session's role back four times, one of which could have an effect. A newer Flyway
 * that words this otherwise is left to do as it does.
 */
final class PostgresqlShortcuts implements Shortcuts {

    private static final Pattern ROLE = Pattern.compile("SET ROLE '[^']*'");

    /** What Flyway asks and writes around a migration, none of which changes the role. */
    private static final Pattern HARMLESS = Pattern.compile("(?s)SELECT pg_(try_)?advisory_(un)?lock\\(.*"
            + "|SELECT (version\\(\\)|current_user|CURRENT_USER)|SELECT COUNT\\(\\*\\) FROM pg_namespace WHERE nspname=\\?"
            + "|SELECT set_config\\('search_path', \\?, false\\)|SELECT EXISTS \\(\\s+SELECT 1\\s+FROM\\s+pg_catalog\\.pg_class .*"
            + "|(/\\*NO LOAD BALANCE\\*/ SELECT \"installed_rank\",.* FROM|INSERT INTO) \"[^\"]+\"\\.\"" + History.NAME
            + "\" .*");

    private boolean reset;

    @Override
    public Optional<String> instead(String sql) {
        if (ROLE.matcher(sql).matches()) {
            boolean again = reset;
            reset = true;
            return again ? Optional.empty() : Optional.of(sql);
        }
        reset &= HARMLESS.matcher(sql).matches();
        return Optional.of(sql);
    }

    @Override
    public void touched() {
        reset = false;
    }
}
