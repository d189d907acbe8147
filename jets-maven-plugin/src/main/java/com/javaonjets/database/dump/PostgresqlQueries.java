package com.javaonjets.database.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL database's schema by queries of its catalog: about twenty of them, however many tables there are. The
 * server itself writes the definitions, by the functions that pg_dump asks too.
 */
record PostgresqlQueries(Connection connection) {

    /** Under an empty search path every name is written with its schema. The rest makes literals the same everywhere. */
    private static final String SESSION = """
            SET search_path = '';
            SET quote_all_identifiers = off;
            SET DateStyle = 'ISO, MDY';
            SET IntervalStyle = 'postgres';
            SET TIME ZONE 'UTC';
            SET extra_float_digits = 1""";

    /** What every file begins with, that is loaded in the same circumstances. */
    static final List<String> PREAMBLE =
            List.of("SET search_path = '';", "SET check_function_bodies = false;", "SET TIME ZONE 'UTC';");

    /** A sequence that a column owns is made before it, since the column's default is its next value. */
    private static final String EDGES = """
            SELECT classid::regclass || ':' || objid AS dependent, refclassid::regclass || ':' || refobjid AS needed
            FROM pg_depend
            WHERE objid >= 16384 AND refobjid >= 16384
              AND NOT (deptype = 'a' AND objid IN (SELECT oid FROM pg_class WHERE relkind = 'S'))""";

    /** A view's rule is what depends on its tables, and a default is what depends on a sequence. */
    private static final String PARTS = """
            SELECT 'pg_rewrite:' || oid AS part, 'pg_class:' || ev_class AS whole
            FROM pg_rewrite WHERE oid >= 16384
            UNION ALL SELECT 'pg_attrdef:' || oid, 'pg_class:' || adrelid FROM pg_attrdef WHERE oid >= 16384
            UNION ALL SELECT 'pg_type:' || oid, 'pg_class:' || typrelid FROM pg_type
                WHERE oid >= 16384 AND typrelid <> 0
            UNION ALL SELECT 'pg_type:' || oid, 'pg_type:' || typelem FROM pg_type
                WHERE oid >= 16384 AND typelem <> 0 AND typcategory = 'A'""";

    private static final String SCHEMAS = """
            SELECT n.oid, quote_ident(nspname) AS name FROM pg_namespace n
            WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e')""";

    private static final String EXTENSIONS = """
            SELECT e.oid, quote_ident(extname) AS name, quote_ident(nspname) AS schema
            FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace
            WHERE extname <> 'plpgsql'""";

    /** The statements that make the schema, each with its semicolon. */
    List<String> statements() throws SQLException {
        Rows rows = new Rows(connection);
        rows.execute(SESSION);
        Dependencies objects = new Dependencies();
        new PostgresqlRefusals(rows).refuse();
        addSchemas(rows, objects);
        new PostgresqlTypes(rows).addTo(objects);
        new PostgresqlTables(rows).addTo(objects);
        new PostgresqlRelations(rows).addTo(objects);
        new PostgresqlRules(rows).addTo(objects);
        addDependencies(rows, objects);
        List<String> statements = new ArrayList<>(PREAMBLE);
        objects.inOrder().forEach(object -> object.statements().forEach(sql -> statements.add(ended(sql))));
        new PostgresqlComments(rows).statements(objects).forEach(sql -> statements.add(ended(sql)));
        return statements;
    }

    private static String ended(String sql) {
        String bare = sql.strip();
        return bare.endsWith(";") ? bare : bare + ";";
    }

    private static void addSchemas(Rows rows, Dependencies objects) throws SQLException {
        rows.list(
                        SCHEMAS,
                        row -> new SchemaObject(
                                SchemaObject.key("pg_namespace", row.getString("oid")),
                                SchemaObject.Kind.SCHEMA,
                                row.getString("name"),
                                List.of("CREATE SCHEMA " + row.getString("name"))))
                .forEach(objects::add);
        rows.list(
                        EXTENSIONS,
                        row -> new SchemaObject(
                                SchemaObject.key("pg_extension", row.getString("oid")),
                                SchemaObject.Kind.EXTENSION,
                                row.getString("name"),
                                List.of("CREATE EXTENSION IF NOT EXISTS " + row.getString("name") + " WITH SCHEMA "
                                        + row.getString("schema"))))
                .forEach(objects::add);
    }

    private static void addDependencies(Rows rows, Dependencies objects) throws SQLException {
        record Edge(String from, String to) {}
        rows.list(PARTS, row -> new Edge(row.getString("part"), row.getString("whole")))
                .forEach(edge -> objects.addPart(edge.from(), edge.to()));
        List<Edge> edges = rows.list(EDGES, row -> new Edge(row.getString("dependent"), row.getString("needed")));
        // What belongs to an extension stands for it.
        edges.stream()
                .filter(edge -> edge.to().startsWith("pg_extension:"))
                .forEach(edge -> objects.addPart(edge.from(), edge.to()));
        edges.forEach(edge -> objects.need(edge.from(), edge.to()));
    }
}
