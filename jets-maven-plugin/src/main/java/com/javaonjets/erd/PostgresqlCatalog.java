package com.javaonjets.erd;

/** Partitions are left out, since their table stands for them. */
record PostgresqlCatalog() implements Catalog {

    @Override
    public String columns() {
        return """
                SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                  AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY c.relname, a.attnum""";
    }

    /** An index of part of the rows, or of an expression, makes no column unique. */
    @Override
    public String keys() {
        return """
                SELECT c.relname, k.relname, i.indisprimary, a.attname
                FROM pg_index i
                  JOIN pg_class c ON c.oid = i.indrelid
                  JOIN pg_class k ON k.oid = i.indexrelid
                  CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS part(own, place)
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = part.own
                WHERE c.relnamespace = current_schema()::regnamespace AND NOT c.relispartition
                  AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL AND part.place <= i.indnkeyatts
                ORDER BY c.relname, k.relname, part.place""";
    }

    @Override
    public String references() {
        return """
                SELECT c.relname, f.conname, a.attname, t.relname, ta.attname
                FROM pg_constraint f
                  JOIN pg_class c ON c.oid = f.conrelid
                  JOIN pg_class t ON t.oid = f.confrelid
                  CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY AS pair(own, other, place)
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = pair.own
                  JOIN pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = pair.other
                WHERE f.contype = 'f' AND f.conparentid = 0 AND c.relnamespace = current_schema()::regnamespace
                  AND t.relnamespace = c.relnamespace AND NOT c.relispartition AND NOT t.relispartition
                ORDER BY c.relname, f.conname, pair.place""";
    }
}
