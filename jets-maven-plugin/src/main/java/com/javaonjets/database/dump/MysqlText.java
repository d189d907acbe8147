package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import com.javaonjets.database.dump.MysqlObject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** The sql_mode in which a backslash is a character like any other. */
    static final String NO_ESCAPES = "NO_BACKSLASH_ESCAPES";

    private static final String END =
            "SET sql_mode = DEFAULT, time_zone = DEFAULT, foreign_key_checks = DEFAULT, collation_connection = DEFAULT;";

    private String sqlMode = "";
    private String timeZone = "+00:00";
    private String collation = "";

    private MysqlText() {}

    /** Each with its delimiter. */
    static List<String> statements(List<MysqlObject> objects) {
        MysqlText text = new MysqlText();
        List<String> statements = new ArrayList<>(PREAMBLE);
        for (MysqlObject object : inOrder(objects)) {
            refuseBackslashes(object);
            text.settings(object.settings()).ifPresent(statements::add);
            statements.add(ended(object));
        }
        statements.add(END);
        return statements;
    }

    /** Where a file is loaded, a backslash always escapes. */
    private static void refuseBackslashes(MysqlObject object) {
        boolean literally = object.settings()
                .sqlMode()
                .filter(mode -> mode.contains(NO_ESCAPES))
                .isPresent();
        if (literally && object.sql().contains("\\")) {
            throw new JetsException(
                    "the schema holds what a dump does not carry: " + object.kind() + " " + object.name()
                            + ", which has a backslash in it and was made with the sql_mode " + NO_ESCAPES
                            + "; make it anew by a migration without that mode, or leave the dump out by -Djets.dump.after=false");
        }
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

    private Optional<String> settings(MysqlObject.Settings wanted) {
        Map<String, String> changes = new LinkedHashMap<>();
        String mode = wanted.sqlMode().orElse(sqlMode);
        String zone = wanted.timeZone().orElse(timeZone);
        String connection = wanted.collation().orElse(collation);
        if (!mode.equals(sqlMode)) {
            changes.put("sql_mode", mode);
        }
        if (!zone.equals(timeZone)) {
            changes.put("time_zone", zone);
        }
        if (!connection.equals(collation)) {
            changes.put("collation_connection", connection);
        }
        sqlMode = mode;
        timeZone = zone;
        collation = connection;
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("SET "
                        + String.join(
                                ", ",
                                changes.entrySet().stream()
                                        .map(change -> change.getKey() + " = '" + change.getValue() + "'")
                                        .toList())
                        + ";");
    }

    private static List<MysqlObject> inOrder(List<MysqlObject> objects) {
        Map<String, MysqlObject> views = new TreeMap<>();
        objects.stream().filter(object -> object.kind() == Kind.VIEW).forEach(view -> views.put(view.name(), view));
        Set<MysqlObject> order = new LinkedHashSet<>();
        objects.stream().sorted(MysqlObject.ORDER).forEach(object -> add(object, views, order, new LinkedHashSet<>()));
        return List.copyOf(order);
    }

    /** A view after those that it reads. */
    private static void add(
            MysqlObject object, Map<String, MysqlObject> views, Set<MysqlObject> order, Set<String> path) {
        if (object.kind() == Kind.VIEW && path.add(object.name())) {
            references(object.sql()).stream()
                    .filter(name -> !path.contains(name))
                    .map(views::get)
                    .filter(view -> view != null && !order.contains(view))
                    .forEach(view -> add(view, views, order, path));
        }
        order.add(object);
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
}
