package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that a server's catalog says of a database, object by object, but for numbers, times and accounts of its own. */
final class CatalogRows {

    /** Among them is what MySQL notes for an index's expression by the mode of the session; a column's own is in COLUMNS. */
    private static final Set<String> OF_ITS_OWN = Set.of(
            "CARDINALITY",
            "AUTO_INCREMENT",
            "CREATE_TIME",
            "UPDATE_TIME",
            "CHECK_TIME",
            "TABLE_ROWS",
            "AVG_ROW_LENGTH",
            "DATA_LENGTH",
            "INDEX_LENGTH",
            "DATA_FREE",
            "MAX_DATA_LENGTH",
            "DEFINER",
            "CREATED",
            "LAST_ALTERED",
            "MAX_INDEX_LENGTH",
            "NULLABLE",
            "TEMPORARY",
            "LAST_EXECUTED",
            "ORIGINATOR");

    private static final List<String> MYSQL = List.of(
            "TABLES where table_schema",
            "COLUMNS where table_schema",
            "STATISTICS where table_schema",
            "TABLE_CONSTRAINTS where table_schema",
            "KEY_COLUMN_USAGE where table_schema",
            "REFERENTIAL_CONSTRAINTS where constraint_schema",
            "CHECK_CONSTRAINTS where constraint_schema",
            "VIEWS where table_schema",
            "TRIGGERS where trigger_schema",
            "ROUTINES where routine_schema",
            "PARAMETERS where specific_schema",
            "EVENTS where event_schema",
            "PARTITIONS where table_schema");

    private static final String MINE = " where nspname !~ '^pg_' and nspname <> 'information_schema'";

    private static final List<String> POSTGRESQL = List.of(
            "select nspname, obj_description(oid, 'pg_namespace') from pg_namespace" + MINE,
            "select extname, extversion, extnamespace::regnamespace from pg_extension",
            """
            select c.oid::regclass, relkind, relpersistence, relrowsecurity, relforcerowsecurity, relreplident, reloptions, relispopulated,
                pg_get_viewdef(c.oid), obj_description(c.oid, 'pg_class'), case when relkind = 'v' then null else pg_get_indexdef(c.oid) end
            from pg_class c join pg_namespace n on n.oid = relnamespace where relkind <> 't' and nspname !~ '^pg_' and nspname <> 'information_schema'""",
            """
            select attrelid::regclass, row_number() over (partition by attrelid order by attnum), attname, format_type(atttypid, atttypmod),
                attnotnull, attidentity, attgenerated, attcollation::regcollation, attstorage, attcompression, attstattarget,
                (select array_agg(o) from unnest(attoptions) o where o not like 'pg\\_attver=%'),
                pg_get_expr(adbin, adrelid), col_description(attrelid, attnum)
            from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum join pg_class c on c.oid = attrelid
                join pg_namespace n on n.oid = relnamespace
            where relkind <> 't' and attnum > 0 and not attisdropped and nspname !~ '^pg_' and nspname <> 'information_schema'""",
            """
            select conrelid::regclass, contypid::regtype, conname, contype, condeferrable, condeferred, convalidated, conindid::regclass,
                confrelid::regclass, confupdtype, confdeltype, confmatchtype, pg_get_constraintdef(con.oid), obj_description(con.oid, 'pg_constraint')
            from pg_constraint con join pg_namespace n on n.oid = connamespace""" + MINE,
            """
            select indexrelid::regclass, indisunique, indisprimary, indisexclusion, indisclustered, indisvalid, indisreplident, pg_get_indexdef(indexrelid)
            from pg_index join pg_class c on c.oid = indexrelid join pg_namespace n on n.oid = relnamespace""" + MINE,
            """
            select c.oid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle
            from pg_sequence join pg_class c on c.oid = seqrelid join pg_namespace n on n.oid = relnamespace""" + MINE,
            "select c.oid::regclass, pg_get_serial_sequence(quote_ident(nspname) || '.' || quote_ident(relname), attname) from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace"
                    + MINE + " and relkind = 'r' and attnum > 0 and not attisdropped",
            """
            select t.oid::regtype, typtype, typnotnull, typdefault, format_type(typbasetype, typtypmod), typcollation::regcollation,
                (select array_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = t.oid), obj_description(t.oid, 'pg_type')
            from pg_type t join pg_namespace n on n.oid = typnamespace""" + MINE,
            "select p.oid::regprocedure, prokind, prosrc, case when prokind <> 'a' then pg_get_functiondef(p.oid) end, obj_description(p.oid, 'pg_proc') from pg_proc p join pg_namespace n on n.oid = pronamespace"
                    + MINE,
            "select tgrelid::regclass, tgname, pg_get_triggerdef(oid), tgenabled, obj_description(oid, 'pg_trigger') from pg_trigger where not tgisinternal",
            "select * from pg_policies",
            "select pg_get_statisticsobjdef(oid), stxstattarget, obj_description(oid, 'pg_statistic_ext') from pg_statistic_ext");

    private CatalogRows() {}

    static Map<String, List<String>> of(DatabaseConfig config) throws SQLException {
        Map<String, List<String>> catalog = new LinkedHashMap<>();
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : queries(config)) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    catalog.put(query.replace(config.database(), "X"), lines(rows, config.database()));
                }
            }
        }
        return catalog;
    }

    private static List<String> queries(DatabaseConfig config) {
        return switch (config.adapter()) {
            case POSTGRESQL -> POSTGRESQL;
            case MYSQL ->
                MYSQL.stream()
                        .map(view -> "select * from information_schema." + view + " = '" + config.database() + "'")
                        .toList();
        };
    }

    private static List<String> lines(ResultSet rows, String database) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                String column = rows.getMetaData().getColumnLabel(i);
                if (!OF_ITS_OWN.contains(column)) {
                    line.append(column).append('=').append(rows.getString(i)).append(' ');
                }
            }
            lines.add(line.toString().replace(database, "X"));
        }
        // Made by the first migration on a database that commits DDL by itself, and no part of the schema.
        return lines.stream()
                .filter(line -> !line.contains("=jets_statements "))
                .sorted()
                .toList();
    }
}
