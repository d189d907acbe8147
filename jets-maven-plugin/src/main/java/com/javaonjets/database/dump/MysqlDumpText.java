package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import com.javaonjets.database.dump.MysqlObject.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what mysqldump and mariadb-dump have written, in which most is wrapped in comments for servers of long ago. */
final class MysqlDumpText {

    private static final String QUOTED = MysqlText.ACCOUNT_OR_ROUTINE;

    /** What every statement begins with that makes something. */
    private static final Pattern MAKING = Pattern.compile("CREATE\\s.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern WRAPPED = Pattern.compile("/\\*M?!\\d* ?(.*?) ?\\*/\\s*", Pattern.DOTALL);

    /** Its last part ends with the statement, since it may hold comments. */
    private static final Pattern SPLIT = Pattern.compile(
            "/\\*!\\d+ CREATE *\\*/ */\\*!\\d+ (DEFINER=" + QUOTED + "(?:@" + QUOTED
                    + ")?)? *\\*/ */\\*!\\d+ (.*?)\\s*\\*/",
            Pattern.DOTALL);

    /** A trigger's statement is as its author has typed it. */
    private static final Pattern CREATE = Pattern.compile(
            "CREATE (?:OR REPLACE )?(?:ALGORITHM=\\w+ )?(?:DEFINER=" + QUOTED + "(?:@" + QUOTED
                    + ")? )?(?:SQL SECURITY \\w+ )?(?<kind>\\w+)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?<name>" + QUOTED
                    + "|[^\\s(`\"]+).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern TRIGGER = Pattern.compile(
            ".*?\\bTRIGGER\\s.*?(\\w+)\\s+(\\w+)\\s+ON\\s+(" + QUOTED + "|[^\\s`\"]+)\\s+FOR\\s+EACH\\s.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern SETTING =
            Pattern.compile("(?i)SET (sql_mode|time_zone|character_set_client|collation_connection) += '?([^'@]*)'?");

    /** Around what was made when the database had another collation. */
    private static final Pattern DATABASE =
            Pattern.compile("ALTER DATABASE " + QUOTED + " CHARACTER SET \\w+ COLLATE (\\w+)");

    /** Of a statement that is not understood. */
    private static final int SHOWN = 200;

    private final String database;
    private final List<MysqlObject> objects = new ArrayList<>();
    private final Map<MysqlSetting, String> settings = new EnumMap<>(MysqlSetting.class);

    private MysqlDumpText(String database, String collation) {
        this.database = database;
        settings.put(MysqlSetting.DATABASE_COLLATION, collation);
    }

    /** @param collation the database's */
    static List<MysqlObject> objects(String text, String database, String collation) {
        MysqlDumpText dump = new MysqlDumpText(database, collation);
        Statements.ofMysql(text).forEach(dump::add);
        return dump.objects;
    }

    private void add(String statement) {
        String sql = unwrapped(statement);
        Matcher setting = SETTING.matcher(sql);
        if (setting.matches()) {
            settings.put(MysqlSetting.valueOf(setting.group(1).toUpperCase(Locale.ROOT)), setting.group(2));
            return;
        }
        Matcher altered = DATABASE.matcher(sql);
        if (altered.matches()) {
            settings.put(MysqlSetting.DATABASE_COLLATION, altered.group(1));
            return;
        }
        Matcher create = CREATE.matcher(sql);
        if (!create.matches() && MAKING.matcher(sql).matches()) {
            throw new JetsException("the program has written what is not understood: "
                    + sql.substring(0, Math.min(sql.length(), SHOWN)) + "; run with -Djets.dump=queries");
        }
        if (create.matches()) {
            String name = unquoted(create.group("name"));
            kind(create.group("kind").toUpperCase(Locale.ROOT), name, sql)
                    .ifPresent(kind -> objects.add(object(kind, name, sql)));
        }
    }

    private static String unwrapped(String statement) {
        Matcher split = SPLIT.matcher(statement);
        if (split.matches()) {
            String definer = split.group(1) == null ? "" : split.group(1) + " ";
            return "CREATE " + definer + split.group(2);
        }
        if (!statement.startsWith("/*") || !statement.endsWith("*/")) {
            return statement;
        }
        List<String> parts = new ArrayList<>();
        WRAPPED.matcher(statement).results().forEach(part -> parts.add(part.group(1)));
        return String.join(" ", parts);
    }

    /** Empty for what stands in for a view until those that it reads are there. */
    private static Optional<Kind> kind(String word, String name, String sql) {
        return switch (word) {
            case "SEQUENCE" -> Optional.of(Kind.SEQUENCE);
            case "TABLE" -> Optional.of(Kind.TABLE);
            case "FUNCTION" -> Optional.of(Kind.FUNCTION);
            case "PROCEDURE" -> Optional.of(Kind.PROCEDURE);
            case "VIEW" -> sql.startsWith("CREATE ALGORITHM") ? Optional.of(Kind.VIEW) : Optional.empty();
            case "TRIGGER" -> Optional.of(Kind.TRIGGER);
            case "EVENT" -> Optional.of(Kind.EVENT);
            default -> throw MysqlRefusals.notCarried(word + " " + name);
        };
    }

    private MysqlObject object(Kind kind, String name, String sql) {
        String bare = MysqlText.bare(sql);
        Map<MysqlSetting, String> kept = new EnumMap<>(settings);
        kept.keySet().retainAll(kind.settings());
        String place = kind == Kind.TRIGGER ? place(bare) : "";
        return new MysqlObject(
                kind, name, place, kind.compound() ? bare : MysqlText.withoutDatabase(bare, database), kept);
    }

    private static String unquoted(String name) {
        String quote = name.substring(0, 1);
        return quote.equals("`") || quote.equals("\"")
                ? name.substring(1, name.length() - 1).replace(quote + quote, quote)
                : name;
    }

    /** Those of one table, time and event are written in their order. */
    private String place(String trigger) {
        Matcher matcher = TRIGGER.matcher(trigger);
        if (!matcher.matches()) {
            return "";
        }
        String place =
                unquoted(matcher.group(3)) + " " + (matcher.group(1) + " " + matcher.group(2)).toUpperCase(Locale.ROOT);
        long before = objects.stream()
                .filter(object -> object.place().startsWith(place + " "))
                .count();
        return "%s %06d".formatted(place, before + 1);
    }
}
