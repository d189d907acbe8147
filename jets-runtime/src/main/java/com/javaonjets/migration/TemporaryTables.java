package com.javaonjets.migration;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The temporary tables that a script has made so far; what a statement does to one of them dies with the session. */
final class TemporaryTables {

    private static final String NAME = "(?:(?:`[^`]+`|[\\w$]+)\\s*\\.\\s*)?(`[^`]+`|[\\w$]+)";

    private static final Pattern MADE = Pattern.compile(
            "(?is)create\\s+(?:or\\s+replace\\s+)?temporary\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME + ".*");
    private static final Pattern DROPPED = Pattern.compile(
            "(?is)drop\\s+(?:temporary\\s+)?tables?\\s+(?:if\\s+exists\\s+)?" + NAME + "\\s*(?:restrict|cascade)?\\s*");

    /** Whatever changes one table alone, that which is named first; an update of a join may change others. */
    private static final Pattern CHANGED = Pattern.compile("(?is)(?:"
            + "(?:insert|replace)\\s+(?:(?:low_priority|delayed|high_priority|ignore)\\s+)*(?:into\\s+)?"
            + "|delete\\s+(?:(?:low_priority|quick|ignore)\\s+)*from\\s+"
            + "|update\\s+(?:(?:low_priority|ignore)\\s+)*(?=\\S+(?:\\s+(?:as\\s+)?[\\w$`]+)?\\s+set\\b)"
            + "|truncate\\s+(?:table\\s+)?"
            + "|alter\\s+(?:ignore\\s+)?table\\s+(?!.*\\brename\\b)"
            + "|create\\s+(?:(?:unique|fulltext|spatial)\\s+)?index\\s+\\S+\\s+on\\s+"
            + ")" + NAME + "(?![\\w$`])(?!\\s*,).*");

    private final Set<String> names = new HashSet<>();

    /** Whether a statement changes one of these tables and nothing else; also takes note of it if it makes or drops one. */
    boolean areAllThatChangesBy(String sql) {
        Matcher made = MADE.matcher(sql);
        if (made.matches()) {
            names.add(name(made));
            return true;
        }
        Matcher dropped = DROPPED.matcher(sql);
        if (dropped.matches()) {
            return names.remove(name(dropped));
        }
        Matcher changed = CHANGED.matcher(sql);
        return changed.matches() && names.contains(name(changed));
    }

    /** The table that a statement makes or changes; empty if that cannot be told. */
    static String target(String sql) {
        Matcher made = MADE.matcher(sql);
        if (made.matches()) {
            return name(made);
        }
        Matcher changed = CHANGED.matcher(sql);
        return changed.matches() ? name(changed) : "";
    }

    private static String name(Matcher matcher) {
        return matcher.group(1).replace("`", "").toLowerCase(Locale.ROOT);
    }
}
