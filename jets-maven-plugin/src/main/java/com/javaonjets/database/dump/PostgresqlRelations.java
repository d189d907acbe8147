package com.javaonjets.database.dump;

import com.javaonjets.database.dump.SchemaObject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands on tables: indexes, extended statistics and views. */
record PostgresqlRelations(Rows rows) {

    private static final String INDEXES = """
            SELECT i.indexrelid AS oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, quote_ident(c.relname) AS bare,
                quote_ident(tn.nspname) || '.' || quote_ident(t.relname) AS "table", pg_get_indexdef(i.indexrelid) AS definition,
                indisclustered, indisreplident,
                (SELECT string_agg('ALTER INDEX ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' ALTER COLUMN ' || attnum
                        || ' SET STATISTICS ' || (to_jsonb(a) ->> 'attstattarget'), ';;' ORDER BY attnum)
                 FROM pg_attribute a WHERE a.attrelid = i.indexrelid AND coalesce((to_jsonb(a) ->> 'attstattarget')::int, -1) >= 0) AS statistics
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
            WHERE t.relkind IN ('r', 'm') AND tn.nspname !~ '^pg_' AND tn.nspname <> 'information_schema'
              AND t.relname NOT IN (%s)
              AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = t.oid AND deptype = 'e')""".formatted(Bookkeeping.sqlList());

    private static final String STATISTICS = """
            SELECT s.oid, quote_ident(n.nspname) || '.' || quote_ident(stxname) AS name, pg_get_statisticsobjdef(s.oid) AS definition,
                nullif(to_jsonb(s) ->> 'stxstattarget', '-1') AS target
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = stxnamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

    private static final String VIEWS = PostgresqlUnfilled.WITH_UNFILLED + """
            SELECT c.oid, c.relkind = 'm' AS materialized, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
                pg_get_viewdef(c.oid) AS definition, c.oid NOT IN (SELECT oid FROM unfilled) AS filled, nullif(amname, 'heap') AS method,
                (SELECT string_agg(split_part(o, '=', 1) || '=' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ')
                 FROM (SELECT unnest(c.reloptions) AS o UNION ALL SELECT 'toast.' || unnest(toast.reloptions)) options) AS options,
                (SELECT string_agg('ALTER TABLE ONLY ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' ALTER COLUMN '
                        || quote_ident(attname) || ' SET ' || setting, ';;' ORDER BY attnum, setting)
                 FROM pg_attribute a JOIN pg_type t ON t.oid = atttypid, LATERAL (VALUES
                        (CASE WHEN attstorage <> t.typstorage THEN 'STORAGE ' || CASE attstorage
                            WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
                        ('COMPRESSION ' || CASE to_jsonb(a) ->> 'attcompression' WHEN 'l' THEN 'lz4' WHEN 'p' THEN 'pglz' END),
                        ('STATISTICS ' || nullif(to_jsonb(a) ->> 'attstattarget', '-1')),
                        ('(' || (SELECT string_agg(o, ', ') FROM unnest(attoptions) o WHERE o NOT LIKE 'pg\\_attver=%') || ')')) s(setting)
                 WHERE attrelid = c.oid AND attnum > 0 AND c.relkind = 'm') AS columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
                LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')""";

    void addTo(Dependencies objects) throws SQLException {
        rows.list(INDEXES, PostgresqlRelations::index).forEach(objects::add);
        rows.list(STATISTICS, PostgresqlRelations::statistics).forEach(objects::add);
        rows.list(VIEWS, PostgresqlRelations::view).forEach(objects::add);
    }

    private static SchemaObject index(ResultSet row) throws SQLException {
        String table = row.getString("table");
        List<String> statements = new ArrayList<>(List.of(row.getString("definition")));
        Rows.optional(row, "statistics").ifPresent(list -> statements.addAll(List.of(list.split(";;", -1))));
        if (row.getBoolean("indisclustered")) {
            statements.add("ALTER TABLE " + table + " CLUSTER ON " + row.getString("bare"));
        }
        if (row.getBoolean("indisreplident")) {
            statements.add("ALTER TABLE ONLY " + table + " REPLICA IDENTITY USING INDEX " + row.getString("bare"));
        }
        return new SchemaObject(
                SchemaObject.key("pg_class", row.getString("oid")),
                Kind.INDEX,
                table + " " + row.getString("name"),
                statements);
    }

    private static SchemaObject statistics(ResultSet row) throws SQLException {
        String name = row.getString("name");
        List<String> statements = new ArrayList<>(List.of(row.getString("definition")));
        Rows.optional(row, "target")
                .ifPresent(target -> statements.add("ALTER STATISTICS " + name + " SET STATISTICS " + target));
        return new SchemaObject(
                SchemaObject.key("pg_statistic_ext", row.getString("oid")), Kind.STATISTICS, name, statements);
    }

    private static SchemaObject view(ResultSet row) throws SQLException {
        String name = row.getString("name");
        boolean materialized = row.getBoolean("materialized");
        String query = row.getString("definition").stripTrailing();
        String bare = query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
        String create = "CREATE " + (materialized ? "MATERIALIZED " : "") + "VIEW " + name
                + Rows.optional(row, "method").map(word -> " USING " + word).orElse("")
                + Rows.optional(row, "options")
                        .map(list -> " WITH (" + list + ")")
                        .orElse("")
                + " AS\n" + bare
                + (materialized && !row.getBoolean("filled") ? "\nWITH NO DATA" : "");
        List<String> statements = new ArrayList<>(List.of(create));
        Rows.optional(row, "columns").ifPresent(list -> statements.addAll(List.of(list.split(";;", -1))));
        return new SchemaObject(SchemaObject.key("pg_class", row.getString("oid")), Kind.VIEW, name, statements);
    }
}
