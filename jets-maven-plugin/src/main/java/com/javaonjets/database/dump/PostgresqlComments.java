package com.javaonjets.database.dump;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Comments on whatever is dumped. */
record PostgresqlComments(Rows rows) {

    /** The server's words for what a comment stands on are nearly those of COMMENT. */
    private static final String COMMENTS = """
            SELECT classoid::regclass || ':' || objoid AS key, o.type, coalesce(domain.identity, o.identity) AS identity,
                quote_literal(description) AS text
            FROM pg_description d CROSS JOIN LATERAL pg_identify_object(classoid, objoid, objsubid) o
                LEFT JOIN LATERAL (SELECT quote_ident(conname) || ' ON DOMAIN ' || contypid::regtype AS identity
                                   FROM pg_constraint con WHERE con.oid = objoid AND o.type = 'domain constraint') domain ON true
            WHERE objoid >= 16384 AND classoid <> 'pg_extension'::regclass
            UNION ALL
            SELECT 'public', 'schema', 'public', coalesce(quote_literal(obj_description('public'::regnamespace, 'pg_namespace')), 'NULL')
            WHERE to_regnamespace('public') IS NOT NULL
              AND obj_description('public'::regnamespace, 'pg_namespace') IS DISTINCT FROM 'standard public schema'
            ORDER BY type, identity""";

    private record Comment(String key, String sql) {}

    List<String> statements(Dependencies objects) throws SQLException {
        return rows.list(COMMENTS, PostgresqlComments::comment).stream()
                .filter(comment -> comment.key().equals("public")
                        || objects.find(comment.key()).isPresent())
                .map(Comment::sql)
                .toList();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String identity = row.getString("identity");
        String target = switch (type) {
            case "table column", "view column", "materialized view column", "composite type column" ->
                "COLUMN " + identity;
            case "table constraint", "domain constraint" -> "CONSTRAINT " + identity;
            case "statistics object" -> "STATISTICS " + identity;
            default -> type.toUpperCase(Locale.ROOT) + " " + identity;
        };
        return new Comment(row.getString("key"), "COMMENT ON " + target + " IS " + row.getString("text"));
    }
}
