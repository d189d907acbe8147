package com.javaonjets.migration;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a statement still to run that relies on what a statement left out has left in its session: a variable, a
 * temporary table, a prepared statement, or the last generated id.
 */
final class Reliance {

    /** What gives another value when it is asked again, later. */
    private static final Pattern READS = Pattern.compile(
            "(?i)\\b(select|uuid|uuid_short|rand|now|sysdate|curdate|curtime|current_\\w+|localtime\\w*|utc_\\w+|unix_timestamp)\\b");

    private static final Pattern LAST_STATEMENT = Pattern.compile(
            "(?i)\\b(last_insert_id|row_count|found_rows)\\s*\\(|@@(session\\.)?(identity|last_insert_id)\\b");

    private static final Pattern VARIABLE = Pattern.compile("(?<![@\\w])@([\\w$.]+|`[^`]+`)");
    private static final Pattern ASSIGNED = Pattern.compile("(?<![@\\w])@([\\w$.]+|`[^`]+`)\\s*:=");
    private static final Pattern INTO = Pattern.compile("(?is)\\binto\\s+(@.*)");
    private static final Pattern SET = Pattern.compile("(?is)set\\b(.*)");
    private static final Pattern SET_VARIABLE = Pattern.compile("(?<![@\\w])@([\\w$.]+|`[^`]+`)\\s*:?=(?!=)");
    private static final Pattern PREPARED = Pattern.compile("(?is)prepare\\s+(\\w+)\\s+from\\b.*");

    /** What may change several tables, a temporary one among them. */
    private static final Pattern JOINS = Pattern.compile("(?is)(update|delete|call|execute)\\b.*");

    private static final Pattern CALL = Pattern.compile("(?is)(call|execute)\\b.*");

    private final Resumption resumption;
    private final Set<String> stale = new HashSet<>();
    private final Set<String> temporary = new HashSet<>();
    private boolean someLeftOut;
    private boolean lastLeftOut;

    Reliance(Resumption resumption) {
        this.resumption = resumption;
    }

    Optional<Part> part() {
        for (Part part : resumption.parts().list()) {
            if (part.effect() == Effect.SESSION) {
                session(part.sql());
            } else if (resumption.isDone(part)) {
                leaveOut(part.sql());
            } else if (part.effect().lasts()) {
                if (isStale(part.sql()) && !resumption.isWanted(part)) {
                    return Optional.of(part);
                }
                lastLeftOut = false;
            }
        }
        return Optional.empty();
    }

    private void leaveOut(String sql) {
        someLeftOut = true;
        lastLeftOut = true;
        find(ASSIGNED, sql, stale);
        if (CALL.matcher(sql).matches()) {
            find(VARIABLE, sql, stale);
        }
        if (JOINS.matcher(sql).matches()) {
            temporary.stream().filter(name -> mentions(sql, name)).forEach(stale::add);
        }
    }

    private void session(String sql) {
        Set<String> made = made(sql);
        temporary.add(TemporaryTables.target(sql));
        temporary.remove("");
        if (isStale(sql) || (someLeftOut && READS.matcher(sql).find())) {
            stale.addAll(made);
        } else if (!sql.regionMatches(true, 0, "insert", 0, "insert".length())) {
            stale.removeAll(made);
        }
    }

    private static Set<String> made(String sql) {
        Set<String> made = new HashSet<>();
        find(ASSIGNED, sql, made);
        Matcher into = INTO.matcher(sql);
        if (into.find()) {
            find(VARIABLE, into.group(1), made);
        }
        Matcher set = SET.matcher(sql);
        if (set.matches()) {
            find(SET_VARIABLE, set.group(1), made);
        }
        Matcher prepared = PREPARED.matcher(sql);
        if (prepared.matches()) {
            made.add(prepared.group(1).toLowerCase(Locale.ROOT));
        }
        made.add(TemporaryTables.target(sql));
        made.remove("");
        return made;
    }

    private static void find(Pattern variable, String sql, Set<String> names) {
        Matcher matcher = variable.matcher(sql);
        while (matcher.find()) {
            names.add("@" + matcher.group(1).replace("`", "").toLowerCase(Locale.ROOT));
        }
    }

    private boolean isStale(String sql) {
        return (lastLeftOut && LAST_STATEMENT.matcher(sql).find())
                || stale.stream().anyMatch(name -> mentions(sql, name));
    }

    private static boolean mentions(String sql, String name) {
        String prefix = name.startsWith("@") ? "(?<![\\w@$])@`?" : "(?<![\\w@$])`?";
        String word = Pattern.quote(name.replace("@", ""));
        return Pattern.compile(prefix + word + "`?(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
