package com.javaonjets.database.dump;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import java.util.List;

/** What the queries do not carry, found in the catalog, so that none of it is left out in silence. */
record PostgresqlRefusals(Rows rows) {

    private static final int NAMED = 5;

    /** Every catalog of things that a schema may hold, less what the queries carry, what belongs to an extension, and the server's own. */
    private static final String NOT_CARRIED = """
            WITH thing (catalog, oid) AS (
                SELECT 'pg_class'::regclass, oid FROM pg_class WHERE relkind IN ('p', 'f')
                UNION ALL SELECT 'pg_class'::regclass, inhrelid FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE relkind = 'r'
                UNION ALL SELECT 'pg_class'::regclass, oid FROM pg_class WHERE relkind = 'r' AND reloftype <> 0
                UNION ALL SELECT 'pg_attrdef'::regclass, d.oid FROM pg_attrdef d JOIN pg_class c ON c.oid = adrelid WHERE relkind = 'v'
                UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE prokind = 'a'
                UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typtype IN ('r', 'p') OR typtype = 'b' AND typelem = 0
                UNION ALL SELECT 'pg_rewrite'::regclass, oid FROM pg_rewrite WHERE rulename <> '_RETURN'
                UNION ALL SELECT 'pg_collation'::regclass, oid FROM pg_collation
                UNION ALL SELECT 'pg_conversion'::regclass, oid FROM pg_conversion
                UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_operator
                UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_opclass
                UNION ALL SELECT 'pg_opfamily'::regclass, oid FROM pg_opfamily
                UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_cast
                UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_am
                UNION ALL SELECT 'pg_language'::regclass, oid FROM pg_language
                UNION ALL SELECT 'pg_transform'::regclass, oid FROM pg_transform
                UNION ALL SELECT 'pg_ts_config'::regclass, oid FROM pg_ts_config
                UNION ALL SELECT 'pg_ts_dict'::regclass, oid FROM pg_ts_dict
                UNION ALL SELECT 'pg_ts_parser'::regclass, oid FROM pg_ts_parser
                UNION ALL SELECT 'pg_ts_template'::regclass, oid FROM pg_ts_template
                UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
                UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
                UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
                UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_publication)
            SELECT pg_describe_object(catalog, oid, 0) AS what FROM thing
            WHERE oid >= 16384
              AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = catalog AND d.objid = thing.oid AND d.deptype = 'e')
              AND NOT EXISTS (SELECT 1 FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
                              WHERE catalog = 'pg_class'::regclass AND t.oid = thing.oid AND n.nspname ~ '^pg_')
            UNION ALL
            SELECT 'invalid index ' || indexrelid::regclass FROM pg_index
            WHERE NOT indisvalid AND indexrelid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_class WHERE oid = indexrelid AND relkind = 'I')
            ORDER BY what""";

    void refuse() throws SQLException {
        List<String> found = rows.texts(NOT_CARRIED);
        if (!found.isEmpty()) {
            String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
            throw new JetsException("the schema holds what a dump by queries does not carry: "
                    + found.stream().limit(NAMED).collect(joining(", ")) + more
                    + "; put pg_dump, of the server's version or newer, on the PATH and run with -Djets.dump=program");
        }
    }
}
