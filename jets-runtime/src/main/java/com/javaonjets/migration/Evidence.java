package com.javaonjets.migration;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a database of MySQL or MariaDB it shows whether a statement has happened. */
final class Evidence {

    private static final String NAME = "((?:`[^`]+`|[\\w$]+)(?:\\s*\\.\\s*(?:`[^`]+`|[\\w$]+))?)";

    private static final Pattern INDEX =
            Pattern.compile("(?is)(?:create|drop)\\s.*?\\bindex\\b.*?\\son\\s+" + NAME + ".*");
    private static final Pattern THING = Pattern.compile("(?is)(?:create|alter|drop|rename)\\s.*?"
            + "\\b(table|view|procedure|function|trigger|event|sequence|database|schema|user)s?\\s+"
            + "(?:if\\s+(?:not\\s+)?exists\\s+)?" + NAME + ".*");
    private static final Pattern EMPTIED = Pattern.compile("(?is)truncate\\s+(?:table\\s+)?" + NAME + ".*");
    private static final Pattern RIGHTS = Pattern.compile("(?is)(?:grant|revoke)\\b.*\\b(?:to|from)\\s+(\\S+).*");

    private Evidence() {}

    static String of(String sql) {
        Matcher emptied = EMPTIED.matcher(sql);
        if (emptied.matches()) {
            return "SELECT COUNT(*) FROM " + emptied.group(1);
        }
        Matcher index = INDEX.matcher(sql);
        if (index.matches() && !sql.matches("(?is)create\\s+(or\\s+replace\\s+)?table\\b.*")) {
            return "SHOW CREATE TABLE " + index.group(1);
        }
        Matcher thing = THING.matcher(sql);
        if (thing.matches()) {
            return "SHOW CREATE " + thing.group(1).toUpperCase(Locale.ROOT) + " " + thing.group(2);
        }
        Matcher rights = RIGHTS.matcher(sql);
        return rights.matches()
                ? "SHOW GRANTS FOR " + rights.group(1)
                : "look in the database for what it does, all of it or a part";
    }
}
