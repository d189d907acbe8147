package com.javaonjets.migration;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the tables that an interrupted script has made are there still: somebody may have taken them back by hand. */
record Traces(Session session) {

    private static final Pattern MADE = Pattern.compile(
            "(?is)create\\s+(?:or\\s+replace\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(`[^`]+`|[\\w$]+)(?![\\w$`.]).*");

    /** A script that changes these otherwise is left alone. */
    private static final Pattern MOVED =
            Pattern.compile("(?is)(use|drop|rename|alter)\\b.*|.*\\brename\\b.*|(call|execute)\\b.*");

    /** A done statement whose table is not there. */
    Optional<Question> missing(Resumption resumption) throws SQLException {
        Map<String, Part> made = new HashMap<>();
        for (Part part : resumption.parts().list()) {
            Matcher matcher = MADE.matcher(part.sql());
            if (matcher.matches() && resumption.isDone(part) && !resumption.isConfirmed(part)) {
                made.put(matcher.group(1).replace("`", ""), part);
            } else if (MOVED.matcher(part.sql()).matches()) {
                made.keySet()
                        .removeIf(table -> part.sql().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT))
                                || part.effect() == Effect.UNKNOWN
                                || part.effect() == Effect.SESSION);
            }
        }
        for (Map.Entry<String, Part> table : made.entrySet()) {
            if (!exists(table.getKey())) {
                return Optional.of(new Question.Gone(resumption.parts(), table.getValue(), table.getKey()));
            }
        }
        return Optional.empty();
    }

    /** Names of tables are compared as the server's file system does it; the wider comparison never asks in vain. */
    private boolean exists(String table) throws SQLException {
        return session.value(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND LOWER(table_name) = LOWER(?)",
                        table)
                != null;
    }
}
