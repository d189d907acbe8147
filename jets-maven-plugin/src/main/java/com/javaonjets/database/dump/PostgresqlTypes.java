package com.javaonjets.database.dump;

import com.javaonjets.database.dump.SchemaObject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Enums, domains and composite types; functions and procedures. */
record PostgresqlTypes(Rows rows) {

    private static final String TYPES = """
            SELECT t.oid, t.typrelid, t.typtype::text AS kind, quote_ident(n.nspname) || '.' || quote_ident(t.typname) AS name,
                (SELECT string_agg('    ' || quote_literal(enumlabel), E',\\n' ORDER BY enumsortorder)
                 FROM pg_enum WHERE enumtypid = t.oid) AS labels,
                (SELECT string_agg('    ' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
                        || CASE WHEN attcollation <> at.typcollation AND attcollation <> 0
                           THEN ' COLLATE ' || attcollation::regcollation ELSE '' END, E',\\n' ORDER BY attnum)
                 FROM pg_attribute JOIN pg_type at ON at.oid = atttypid
                 WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped) AS attributes,
                format_type(t.typbasetype, t.typtypmod)
                    || CASE WHEN t.typcollation <> 0 AND t.typcollation <> b.typcollation
                       THEN ' COLLATE ' || t.typcollation::regcollation ELSE '' END
                    || coalesce(' DEFAULT ' || coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)), '')
                    || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
                    || coalesce((SELECT string_agg(E'\\n    CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(con.oid), '' ORDER BY conname)
                                 FROM pg_constraint con WHERE contypid = t.oid AND contype = 'c' AND convalidated), '') AS domain,
                (SELECT string_agg('ALTER DOMAIN ' || quote_ident(n.nspname) || '.' || quote_ident(t.typname) || ' ADD CONSTRAINT '
                        || quote_ident(conname) || ' ' || pg_get_constraintdef(con.oid), ';\n\n' ORDER BY conname)
                 FROM pg_constraint con WHERE contypid = t.oid AND contype = 'c' AND NOT convalidated) AS unvalidated
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                LEFT JOIN pg_class c ON c.oid = t.typrelid LEFT JOIN pg_type b ON b.oid = t.typbasetype
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND (t.typtype IN ('e', 'd') OR c.relkind = 'c')
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')""";

    private static final String DOMAIN_CHECKS = """
            SELECT oid, contypid FROM pg_constraint WHERE contypid <> 0 AND oid >= 16384""";

    private static final String FUNCTIONS = """
            SELECT p.oid, quote_ident(n.nspname) || '.' || quote_ident(proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
                pg_get_functiondef(p.oid) AS definition
            FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND prokind <> 'a'
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype IN ('e', 'i'))""";

    void addTo(Dependencies objects) throws SQLException {
        rows.list(TYPES, row -> {
                    if (row.getString("kind").equals("c")) {
                        objects.addPart(
                                SchemaObject.key("pg_class", row.getString("typrelid")),
                                SchemaObject.key("pg_type", row.getString("oid")));
                    }
                    return type(row);
                })
                .forEach(objects::add);
        rows.list(DOMAIN_CHECKS, row -> {
            objects.addPart(
                    SchemaObject.key("pg_constraint", row.getString("oid")),
                    SchemaObject.key("pg_type", row.getString("contypid")));
            return row.getString("oid");
        });
        rows.list(
                        FUNCTIONS,
                        row -> new SchemaObject(
                                SchemaObject.key("pg_proc", row.getString("oid")),
                                Kind.FUNCTION,
                                row.getString("name"),
                                List.of(row.getString("definition"))))
                .forEach(objects::add);
    }

    private static SchemaObject type(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String create = switch (row.getString("kind")) {
            case "e" ->
                "CREATE TYPE " + name + " AS ENUM ("
                        + Rows.optional(row, "labels")
                                .map(labels -> "\n" + labels + "\n")
                                .orElse("") + ")";
            case "d" -> "CREATE DOMAIN " + name + " AS " + row.getString("domain");
            default ->
                "CREATE TYPE " + name + " AS ("
                        + Rows.optional(row, "attributes")
                                .map(list -> "\n" + list + "\n")
                                .orElse("") + ")";
        };
        List<String> statements = Rows.optional(row, "unvalidated")
                .map(later -> List.of(create, later))
                .orElse(List.of(create));
        return new SchemaObject(SchemaObject.key("pg_type", row.getString("oid")), Kind.TYPE, name, statements);
    }
}
