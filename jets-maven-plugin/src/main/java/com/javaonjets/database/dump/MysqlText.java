package com.javaonjets.database.dump;

import static java.util.stream.Collectors.joining;

import com.javaonjets.database.dump.MysqlObject.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A MySQL schema as statements: in an order that loads, with nothing of the server, the account or the rows in them. */
final class MysqlText {

    private static final String NAME = "`(?:[^`]|``)*`";

    /** The server writes a routine's in the quotes of the sql_mode that it was made in. */
    static final String ACCOUNT_OR_ROUTINE = "(?:" + NAME + "|\"(?:[^\"]|\"\")*\")";

    private static final Pattern DEFINER = Pattern.compile("^(CREATE (?:OR REPLACE )?(?:ALGORITHM=\\w+ )?)DEFINER="
            + ACCOUNT_OR_ROUTINE + "(?:@" + ACCOUNT_OR_ROUTINE + ")? ");

    /** The server writes line ends in comments as {@code \n}, so that this line is the one that ends the columns. */
    private static final Pattern COUNTER = Pattern.compile("(?m)^(\\) ENGINE=\\w+ )AUTO_INCREMENT=\\d+ ?");

    private static final Pattern LITERAL_OR_NAME =
            Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*+'|(?<name>" + NAME + ")", Pattern.DOTALL);

    /** What stands before a name that is not a table's. */
    private static final Pattern NO_TABLE = Pattern.compile("(?i).*(?:\\.|` | as )", Pattern.DOTALL);

    /** What the file sets while it is loaded, so that it means the same wherever it is loaded. */
    private static final List<String> PREAMBLE =
            List.of("SET sql_mode = '', time_zone = '+00:00', foreign_key_checks = 0;");

    /** That of the connection which loads the file. */
    private static final String CHARACTER_SET = "utf8mb4";

    private static final String END =
            "SET sql_mode = DEFAULT, time_zone = DEFAULT, foreign_key_checks = DEFAULT, collation_connection = DEFAULT;";

    /** What the session has that loads the file, at first what the preamble and the connection give it. */
    private final Map<MysqlSetting, String> current = new EnumMap<>(MysqlSetting.class);

    private MysqlText(String databaseCollation) {
        current.put(MysqlSetting.SQL_MODE, "");
        current.put(MysqlSetting.TIME_ZONE, "+00:00");
        current.put(MysqlSetting.CHARACTER_SET_CLIENT, CHARACTER_SET);
        current.put(MysqlSetting.DATABASE_COLLATION, databaseCollation);
    }

    /**
     * Each with its delimiter.
     *
     * @param databaseCollation the database's own, which one that the file is loaded into is taken to have
     */
    static List<String> statements(List<MysqlObject> objects, String databaseCollation) {
        MysqlText text = new MysqlText(databaseCollation);
        List<String> statements = new ArrayList<>(PREAMBLE);
        for (MysqlObject object : inOrder(objects)) {
            MysqlRefusals.check(object);
            statements.addAll(text.set(object.settings()));
            statements.add(ended(object));
        }
        statements.addAll(text.set(Map.of(
                MysqlSetting.CHARACTER_SET_CLIENT, CHARACTER_SET, MysqlSetting.DATABASE_COLLATION, databaseCollation)));
        statements.add(END);
        return statements;
    }

    /** A definition without its account and its counter. */
    static String bare(String definition) {
        String unowned = DEFINER.matcher(definition.strip()).replaceFirst("$1");
        return COUNTER.matcher(unowned).replaceFirst("$1").stripTrailing();
    }

    /** The server puts the database's name before the functions that a view calls, and the sequences of defaults. */
    static String withoutDatabase(String definition, String database) {
        String name = Pattern.quote("`" + database.replace("`", "``") + "`.");
        return definition
                .replaceAll("(?<=(?:nextval|lastval|setval)\\()" + name, "")
                .replaceAll(name + "(?=" + NAME + "(?:\\(|\\.`))", "");
    }

    private static String ended(MysqlObject object) {
        return object.kind().compound() ? "DELIMITER ;;\n" + object.sql() + ";;\nDELIMITER ;" : object.sql() + ";";
    }

    /** The statements that change what is to change; a table needs nothing. */
    private List<String> set(Map<MysqlSetting, String> wanted) {
        Map<MysqlSetting, String> changes = new EnumMap<>(MysqlSetting.class);
        wanted.forEach((setting, value) -> {
            if (!value.equals(current.put(setting, value))) {
                changes.put(setting, value);
            }
        });
        List<String> statements = new ArrayList<>();
        Optional.ofNullable(changes.remove(MysqlSetting.DATABASE_COLLATION))
                .ifPresent(collation -> statements.add("ALTER DATABASE COLLATE = '" + collation + "';"));
        if (!changes.isEmpty()) {
            statements.add(changes.entrySet().stream()
                    .map(change -> change.getKey().variable() + " = '" + change.getValue() + "'")
                    .collect(joining(", ", "SET ", ";")));
        }
        return statements;
    }

    private static List<MysqlObject> inOrder(List<MysqlObject> objects) {
        Map<String, MysqlObject> views = new TreeMap<>();
        objects.stream().filter(object -> object.kind() == Kind.VIEW).forEach(view -> views.put(view.name(), view));
        Set<MysqlObject> order = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        objects.stream().sorted(MysqlObject.ORDER).forEach(object -> {
            if (object.kind() == Kind.VIEW) {
                add(object, views, order, seen);
            } else {
                order.add(object);
            }
        });
        return List.copyOf(order);
    }

    /** A view after those that it reads; without recursion, since they may stand on each other by the thousand. */
    private static void add(
            MysqlObject first, Map<String, MysqlObject> views, Set<MysqlObject> order, Set<String> seen) {
        Deque<Reading> path = new ArrayDeque<>();
        if (seen.add(first.name())) {
            path.push(Reading.of(first));
        }
        while (!path.isEmpty()) {
            Reading reading = path.element();
            if (!reading.left().hasNext()) {
                order.add(path.pop().view());
                continue;
            }
            MysqlObject next = views.get(reading.left().next());
            if (next != null && seen.add(next.name())) {
                path.push(Reading.of(next));
            }
        }
    }

    /** The server quotes every name in a view; a table's stands neither behind a dot, nor before one, nor behind AS or another name. */
    private static Set<String> references(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = LITERAL_OR_NAME.matcher(sql);
        while (matcher.find()) {
            String name = matcher.group("name");
            if (name != null && isTable(sql, matcher)) {
                names.add(name.substring(1, name.length() - 1).replace("``", "`"));
            }
        }
        return names;
    }

    private static boolean isTable(String sql, Matcher name) {
        String before = sql.substring(Math.max(0, name.start() - 4), name.start());
        return !sql.startsWith(".", name.end()) && !NO_TABLE.matcher(before).matches();
    }

    /** A view, and the names in it that were not looked at yet. */
    private record Reading(MysqlObject view, Iterator<String> left) {

        private static Reading of(MysqlObject view) {
            return new Reading(view, references(view.sql()).iterator());
        }
    }
}
