package com.javaonjets.database.dump;

import com.javaonjets.database.dump.SchemaObject.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables with their columns, keys and checks, and sequences, in five queries. */
final class PostgresqlTables {

    /** PostgreSQL cuts names at this many bytes. */
    private static final int NAME_BYTES = 63;

    private static final Map<String, String> STORAGE =
            Map.of("p", "PLAIN", "e", "EXTERNAL", "m", "MAIN", "x", "EXTENDED");

    private static final String TABLES = """
            SELECT c.oid, c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, c.relpersistence = 'u' AS unlogged,
                c.relrowsecurity, c.relforcerowsecurity, c.relreplident, nullif(am.amname, 'heap') AS method,
                (SELECT string_agg(prefix || split_part(o, '=', 1) || '=' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY prefix, position)
                 FROM (SELECT '' AS prefix, o, position FROM unnest(c.reloptions) WITH ORDINALITY u(o, position)
                       UNION ALL
                       SELECT 'toast.', o, position FROM unnest(toast.reloptions) WITH ORDINALITY u(o, position)) options
                ) AS options
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
                LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')""";

    /** Debian's PostgreSQL 15.20 stamps every column with a number of its own, pg_attver, which its pg_dump leaves out too. */
    private static final String COLUMNS = """
            SELECT a.attrelid, c.relname, a.attname, quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type,
                a.attnotnull, a.attidentity::text AS identity, a.attgenerated::text AS generated, pg_get_expr(d.adbin, d.adrelid) AS expression,
                CASE WHEN a.attcollation <> t.typcollation AND a.attcollation <> 0 THEN a.attcollation::regcollation::text END AS collation,
                CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END AS storage,
                nullif(to_jsonb(a) ->> 'attcompression', '') AS compression,
                nullif(to_jsonb(a) ->> 'attstattarget', '-1') AS statistics,
                (SELECT string_agg(o, ', ') FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\\_attver=%') AS options,
                quote_ident(nn.conname) AS constraint_name, nn.conname AS constraint_raw, nn.convalidated, nn.connoinherit
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    /**
     * In one statement with its table, a second key of the same columns would be taken for the first and left out. The first
     * that was made stays the first, since a foreign key refers to it.
     */
    private static final String CONSTRAINTS = """
            SELECT con.oid, conrelid, conindid, contype::text AS kind, quote_ident(conname) AS name, pg_get_constraintdef(con.oid) AS definition,
                quote_ident(tn.nspname) || '.' || quote_ident(t.relname) AS "table", quote_ident(tn.nspname) || '.' || quote_ident(ix.relname) AS index,
                convalidated, indisclustered, indisreplident, repeated,
                (SELECT string_agg(split_part(o, '=', 1) || '=' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ') FROM unnest(ix.reloptions) o) AS options
            FROM (SELECT *, contype IN ('p', 'u', 'x') AND 1 < row_number() OVER (PARTITION BY conrelid, contype IN ('p', 'u', 'x'),
                      regexp_replace(pg_get_constraintdef(oid), '^(PRIMARY KEY|UNIQUE) ', '') ORDER BY conindid) AS repeated
                  FROM pg_constraint) con JOIN pg_class t ON t.oid = conrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                LEFT JOIN pg_class ix ON ix.oid = conindid LEFT JOIN pg_index i ON i.indexrelid = conindid
            WHERE contype IN ('p', 'u', 'x', 'c', 'f') AND t.relkind = 'r' AND tn.nspname !~ '^pg_' AND tn.nspname <> 'information_schema'
            ORDER BY conrelid, array_position(ARRAY['p', 'u', 'x', 'c', 'f'], contype::text), CASE WHEN repeated THEN conindid ELSE 0 END, conname""";

    private static final String SEQUENCES = """
            SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, c.relname, c.relpersistence = 'u' AS unlogged,
                d.deptype::text AS ownership, d.refobjid AS owner_oid, quote_ident(tn.nspname) || '.' || quote_ident(t.relname) AS owner,
                t.relname AS owner_raw, quote_ident(a.attname) AS owner_column, a.attname AS column_raw,
            """ + SequenceOptions.COLUMNS + """

            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
                LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
                LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
                LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')""";

    private final Rows rows;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, List<String>> later = new HashMap<>();
    private final Map<String, String> identities = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    PostgresqlTables(Rows rows) {
        this.rows = rows;
    }

    void addTo(Dependencies objects) throws SQLException {
        List<Table> tables = rows.list(TABLES, Table::of).stream()
                .filter(table -> !Bookkeeping.TABLES.contains(table.raw()))
                .toList();
        tables.forEach(table -> names.put(table.oid(), table.name()));
        rows.list(SEQUENCES, row -> sequence(row, objects));
        rows.list(COLUMNS, this::column);
        rows.list(CONSTRAINTS, row -> constraint(row, objects));
        tables.forEach(table -> objects.add(table(table)));
    }

    private record Table(
            String oid,
            String raw,
            String name,
            boolean unlogged,
            Optional<String> method,
            Optional<String> options,
            boolean rowSecurity,
            boolean forced,
            String replicaIdentity) {

        static Table of(ResultSet row) throws SQLException {
            return new Table(
                    row.getString("oid"),
                    row.getString("relname"),
                    row.getString("name"),
                    row.getBoolean("unlogged"),
                    Rows.optional(row, "method"),
                    Rows.optional(row, "options"),
                    row.getBoolean("relrowsecurity"),
                    row.getBoolean("relforcerowsecurity"),
                    row.getString("relreplident"));
        }

        String create(List<String> lines) {
            return "CREATE " + (unlogged ? "UNLOGGED " : "") + "TABLE " + name + " ("
                    + (lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n") + ")"
                    + method.map(word -> "\nUSING " + word).orElse("")
                    + options.map(list -> "\nWITH (" + list + ")").orElse("");
        }

        List<String> alterations() {
            List<String> all = new ArrayList<>();
            if (rowSecurity) {
                all.add("ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY");
            }
            if (forced) {
                all.add("ALTER TABLE ONLY " + name + " FORCE ROW LEVEL SECURITY");
            }
            if (replicaIdentity.equals("f")) {
                all.add("ALTER TABLE ONLY " + name + " REPLICA IDENTITY FULL");
            }
            if (replicaIdentity.equals("n")) {
                all.add("ALTER TABLE ONLY " + name + " REPLICA IDENTITY NOTHING");
            }
            return all;
        }
    }

    private SchemaObject table(Table table) {
        List<String> statements = new ArrayList<>();
        statements.add(table.create(lines.getOrDefault(table.oid(), List.of())));
        statements.addAll(later.getOrDefault(table.oid(), List.of()));
        statements.addAll(table.alterations());
        return new SchemaObject(SchemaObject.key("pg_class", table.oid()), Kind.TABLE, table.name(), statements);
    }

    private void later(String table, String statement) {
        later.computeIfAbsent(table, oid -> new ArrayList<>()).add(statement);
    }

    private boolean column(ResultSet row) throws SQLException {
        String table = row.getString("attrelid");
        String name = row.getString("name");
        String line = name + " " + row.getString("type")
                + Rows.optional(row, "compression")
                        .map(PostgresqlTables::compression)
                        .orElse("")
                + Rows.optional(row, "collation")
                        .map(word -> " COLLATE " + word)
                        .orElse("")
                + value(row)
                + notNull(row);
        lines.computeIfAbsent(table, oid -> new ArrayList<>()).add(line);
        String alter = "ALTER TABLE ONLY " + names.get(table) + " ALTER COLUMN " + name + " SET ";
        Rows.optional(row, "storage").ifPresent(letter -> later(table, alter + "STORAGE " + STORAGE.get(letter)));
        Rows.optional(row, "statistics").ifPresent(number -> later(table, alter + "STATISTICS " + number));
        Rows.optional(row, "options").ifPresent(list -> later(table, alter + "(" + list + ")"));
        if (isUnvalidated(row)) {
            later(
                    table,
                    "ALTER TABLE ONLY " + names.get(table) + " ADD CONSTRAINT " + row.getString("constraint_name")
                            + " NOT NULL " + name + " NOT VALID");
        }
        return true;
    }

    private static String compression(String letter) {
        return " COMPRESSION " + (letter.equals("l") ? "lz4" : "pglz");
    }

    private String value(ResultSet row) throws SQLException {
        String expression = row.getString("expression");
        return switch (row.getString("generated")) {
            case "s" -> " GENERATED ALWAYS AS (" + expression + ") STORED";
            case "v" -> " GENERATED ALWAYS AS (" + expression + ") VIRTUAL";
            default ->
                expression != null
                        ? " DEFAULT " + expression
                        : identity(row.getString("identity"), row.getString("attrelid"), row.getString("attname"));
        };
    }

    private String identity(String kind, String table, String column) {
        return switch (kind) {
            case "a" -> " GENERATED ALWAYS AS IDENTITY" + identities.getOrDefault(table + "." + column, "");
            case "d" -> " GENERATED BY DEFAULT AS IDENTITY" + identities.getOrDefault(table + "." + column, "");
            default -> "";
        };
    }

    /** From PostgreSQL 18 on, these have names, which a table that was renamed shows. */
    private static String notNull(ResultSet row) throws SQLException {
        if (!row.getBoolean("attnotnull") || isUnvalidated(row)) {
            return "";
        }
        String name = row.getString("constraint_raw");
        String usual = row.getString("relname") + "_" + row.getString("attname") + "_not_null";
        boolean named = name != null && !name.equals(usual);
        return (named ? " CONSTRAINT " + row.getString("constraint_name") : "") + " NOT NULL"
                + (name != null && row.getBoolean("connoinherit") ? " NO INHERIT" : "");
    }

    private static boolean isUnvalidated(ResultSet row) throws SQLException {
        return row.getString("constraint_raw") != null && !row.getBoolean("convalidated");
    }

    private boolean constraint(ResultSet row, Dependencies objects) throws SQLException {
        String table = row.getString("conrelid");
        String kind = row.getString("kind");
        String definition = "CONSTRAINT " + row.getString("name") + " " + row.getString("definition");
        String alter = "ALTER TABLE ONLY " + row.getString("table");
        String key = SchemaObject.key("pg_constraint", row.getString("oid"));
        if (!names.containsKey(table)) {
            return false;
        }
        if (kind.equals("f")) {
            String name = row.getString("table") + " " + row.getString("name");
            objects.add(new SchemaObject(key, Kind.FOREIGN_KEY, name, List.of(alter + "\n    ADD " + definition)));
            return true;
        }
        objects.addPart(key, SchemaObject.key("pg_class", table));
        if ((kind.equals("c") && !row.getBoolean("convalidated")) || row.getBoolean("repeated")) {
            later(table, alter.replace(" ONLY", "") + "\n    ADD " + definition);
        } else {
            lines.computeIfAbsent(table, oid -> new ArrayList<>()).add(definition);
        }
        if (!kind.equals("c")) {
            index(row, table, objects);
        }
        return true;
    }

    private void index(ResultSet row, String table, Dependencies objects) throws SQLException {
        objects.addPart(SchemaObject.key("pg_class", row.getString("conindid")), SchemaObject.key("pg_class", table));
        String index = row.getString("index");
        Rows.optional(row, "options").ifPresent(list -> later(table, "ALTER INDEX " + index + " SET (" + list + ")"));
        if (row.getBoolean("indisclustered")) {
            later(table, "ALTER TABLE " + row.getString("table") + " CLUSTER ON " + row.getString("name"));
        }
        if (row.getBoolean("indisreplident")) {
            later(
                    table,
                    "ALTER TABLE ONLY " + row.getString("table") + " REPLICA IDENTITY USING INDEX "
                            + row.getString("name"));
        }
    }

    private boolean sequence(ResultSet row, Dependencies objects) throws SQLException {
        String key = SchemaObject.key("pg_class", row.getString("oid"));
        SequenceOptions options = SequenceOptions.of(row);
        String ownership = row.getString("ownership");
        if ("i".equals(ownership)) {
            identity(row, options);
            objects.addPart(key, SchemaObject.key("pg_class", row.getString("owner_oid")));
            return true;
        }
        String name = row.getString("name");
        String type = options.type().equals("bigint") ? "" : " AS " + options.type();
        String create = "CREATE " + (row.getBoolean("unlogged") ? "UNLOGGED " : "") + "SEQUENCE " + name + type
                + options.text();
        objects.add(new SchemaObject(key, Kind.SEQUENCE, name, List.of(create)));
        if ("a".equals(ownership)) {
            String owner = row.getString("owner") + "." + row.getString("owner_column");
            SchemaObject owned = new SchemaObject(
                    key + ":owned",
                    Kind.OWNED_SEQUENCE,
                    name,
                    List.of("ALTER SEQUENCE " + name + " OWNED BY " + owner));
            objects.add(owned);
            objects.need(owned.key(), key);
            objects.need(owned.key(), SchemaObject.key("pg_class", row.getString("owner_oid")));
        }
        return true;
    }

    private void identity(ResultSet row, SequenceOptions options) throws SQLException {
        String usual = row.getString("owner_raw") + "_" + row.getString("column_raw") + "_seq";
        boolean named =
                !usual.equals(row.getString("relname")) || usual.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES;
        String text = (named ? " SEQUENCE NAME " + row.getString("name") : "") + options.text();
        if (!text.isEmpty()) {
            identities.put(row.getString("owner_oid") + "." + row.getString("column_raw"), " (" + text.strip() + ")");
        }
    }
}
