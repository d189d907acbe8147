package com.javaonjets.database.dump;

import com.javaonjets.database.dump.SchemaObject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What acts on rows: triggers, and the policies of row level security. */
record PostgresqlRules(Rows rows) {

    private static final String TRIGGERS = """
            SELECT t.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS "table", quote_ident(tgname) AS name,
                pg_get_triggerdef(t.oid) AS definition, tgenabled::text AS enabled
            FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT tgisinternal AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_trigger'::regclass AND objid = t.oid AND deptype = 'e')""";

    private static final String POLICIES = """
            SELECT p.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS "table", quote_ident(polname) AS name, polpermissive,
                CASE polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END AS command,
                (SELECT string_agg(quote_ident(rolname), ', ' ORDER BY rolname) FROM pg_roles WHERE oid = ANY (polroles)) AS roles,
                pg_get_expr(polqual, polrelid) AS condition, pg_get_expr(polwithcheck, polrelid) AS "check"
            FROM pg_policy p JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = c.relnamespace""";

    void addTo(Dependencies objects) throws SQLException {
        rows.list(TRIGGERS, PostgresqlRules::trigger).forEach(objects::add);
        rows.list(POLICIES, PostgresqlRules::policy).forEach(objects::add);
    }

    private static SchemaObject trigger(ResultSet row) throws SQLException {
        String table = row.getString("table");
        String name = row.getString("name");
        List<String> statements = new ArrayList<>(List.of(row.getString("definition")));
        switch (row.getString("enabled")) {
            case "D" -> statements.add("ALTER TABLE " + table + " DISABLE TRIGGER " + name);
            case "R" -> statements.add("ALTER TABLE " + table + " ENABLE REPLICA TRIGGER " + name);
            case "A" -> statements.add("ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + name);
            default -> {}
        }
        return new SchemaObject(
                SchemaObject.key("pg_trigger", row.getString("oid")), Kind.TRIGGER, table + " " + name, statements);
    }

    private static SchemaObject policy(ResultSet row) throws SQLException {
        String table = row.getString("table");
        String name = row.getString("name");
        String create = "CREATE POLICY " + name + " ON " + table
                + (row.getBoolean("polpermissive") ? "" : " AS RESTRICTIVE")
                + row.getString("command")
                + Rows.optional(row, "roles").map(list -> " TO " + list).orElse("")
                + Rows.optional(row, "condition")
                        .map(sql -> " USING (" + sql + ")")
                        .orElse("")
                + Rows.optional(row, "check")
                        .map(sql -> " WITH CHECK (" + sql + ")")
                        .orElse("");
        return new SchemaObject(
                SchemaObject.key("pg_policy", row.getString("oid")), Kind.POLICY, table + " " + name, List.of(create));
    }
}
