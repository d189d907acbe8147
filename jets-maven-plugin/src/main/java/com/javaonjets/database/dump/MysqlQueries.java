package com.javaonjets.database.dump;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import com.javaonjets.database.dump.MysqlObject.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of a MySQL or MariaDB database by what SHOW CREATE says, which is what mysqldump and mariadb-dump write.
 * SHOW CREATE answers for one object; so it is asked for many at once, in one trip, on a connection that allows several
 * statements.
 */
record MysqlQueries(Connection connection, String database) {

    /** Of objects that are asked for in one trip. */
    private static final int BATCH = 500;

    private static final String SESSION = "SET sql_mode = '', time_zone = '+00:00', sql_quote_show_create = 1";

    private static final String TABLES = """
            SELECT TABLE_NAME AS name, TABLE_TYPE AS type, '' AS place FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT IN (%s) ORDER BY TABLE_NAME""".formatted(Bookkeeping.sqlList());

    private static final String ROUTINES = """
            SELECT ROUTINE_NAME AS name, ROUTINE_TYPE AS type, '' AS place FROM information_schema.ROUTINES
            WHERE ROUTINE_SCHEMA = DATABASE() ORDER BY ROUTINE_NAME""";

    private static final String TRIGGERS = """
            SELECT TRIGGER_NAME AS name, 'TRIGGER' AS type,
                CONCAT_WS(' ', EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, LPAD(ACTION_ORDER, 6, '0')) AS place
            FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY place""";

    private static final String EVENTS = """
            SELECT EVENT_NAME AS name, 'EVENT' AS type, '' AS place FROM information_schema.EVENTS
            WHERE EVENT_SCHEMA = DATABASE() ORDER BY EVENT_NAME""";

    private static final String HAS_LIBRARIES = """
            SELECT TABLE_NAME FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME = 'LIBRARIES'""";

    private record Name(Kind kind, String name, String place) {}

    List<String> statements() throws SQLException {
        Rows rows = new Rows(connection);
        rows.execute(SESSION);
        refuseLibraries(rows);
        List<Name> names = new ArrayList<>();
        for (String query : List.of(TABLES, ROUTINES, TRIGGERS, EVENTS)) {
            names.addAll(rows.list(query, MysqlQueries::name));
        }
        List<MysqlObject> objects = new ArrayList<>();
        for (int from = 0; from < names.size(); from += BATCH) {
            objects.addAll(definitions(names.subList(from, Math.min(names.size(), from + BATCH))));
        }
        return MysqlText.statements(objects, databaseCollation(connection));
    }

    static String databaseCollation(Connection connection) throws SQLException {
        return new Rows(connection).texts("SELECT @@collation_database").get(0);
    }

    private static Name name(ResultSet row) throws SQLException {
        String name = row.getString("name");
        Kind kind = switch (row.getString("type")) {
            case "BASE TABLE", "SYSTEM VERSIONED" -> Kind.TABLE;
            case "VIEW" -> Kind.VIEW;
            case "SEQUENCE" -> Kind.SEQUENCE;
            case "FUNCTION" -> Kind.FUNCTION;
            case "PROCEDURE" -> Kind.PROCEDURE;
            case "TRIGGER" -> Kind.TRIGGER;
            case "EVENT" -> Kind.EVENT;
            default -> throw MysqlRefusals.notCarried(row.getString("type") + " " + name);
        };
        return new Name(kind, name, row.getString("place"));
    }

    private static void refuseLibraries(Rows rows) throws SQLException {
        if (!rows.texts(HAS_LIBRARIES).isEmpty()) {
            List<String> libraries = rows.texts(
                    "SELECT LIBRARY_NAME FROM information_schema.LIBRARIES WHERE LIBRARY_SCHEMA = DATABASE()");
            if (!libraries.isEmpty()) {
                throw MysqlRefusals.notCarried("the library " + libraries.get(0));
            }
        }
    }

    private List<MysqlObject> definitions(List<Name> names) throws SQLException {
        String sql = names.stream()
                .map(name -> "SHOW CREATE " + name.kind() + " `" + name.name().replace("`", "``") + "`")
                .collect(joining(";"));
        List<MysqlObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute(sql);
            for (Name name : names) {
                if (!isResult) {
                    throw new IllegalStateException("no answer to SHOW CREATE " + name);
                }
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    objects.add(object(name, row));
                }
                isResult = statement.getMoreResults();
            }
        }
        return objects;
    }

    private MysqlObject object(Name name, ResultSet row) throws SQLException {
        Map<MysqlSetting, String> settings = new EnumMap<>(MysqlSetting.class);
        for (MysqlSetting setting : name.kind().settings()) {
            settings.put(setting, row.getString(setting.column()));
        }
        String bare = MysqlText.bare(definition(name, row));
        String sql = name.kind().compound() ? bare : MysqlText.withoutDatabase(bare, database);
        return new MysqlObject(name.kind(), name.name(), name.place(), sql, settings);
    }

    private static String definition(Name name, ResultSet row) throws SQLException {
        String definition = row.getString(
                switch (name.kind()) {
                    case SEQUENCE, TABLE, VIEW -> 2;
                    case FUNCTION, PROCEDURE, TRIGGER -> 3;
                    case EVENT -> 4;
                });
        if (definition == null) {
            throw new JetsException(
                    "the database does not show the " + name.kind() + " '" + name.name()
                            + "' to its user; allow the user to read it (SHOW_ROUTINE, or SELECT on mysql.proc), and run again");
        }
        return definition;
    }
}
