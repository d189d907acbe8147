package com.javaonjets.lint;

import com.javaonjets.config.Adapter;
import java.util.List;

final class PostgreSqlSafeWaysTest extends SafeWaysContract {

    @Override
    Adapter adapter() {
        return Adapter.POSTGRESQL;
    }

    @Override
    String firstDatabase() {
        return "postgres";
    }

    @Override
    List<String> schema() {
        return List.of(
                "DROP SCHEMA IF EXISTS public, archive CASCADE",
                "CREATE SCHEMA public",
                "CREATE SCHEMA archive",
                "CREATE TABLE authors (id bigserial PRIMARY KEY)",
                "CREATE TABLE posts (id bigserial PRIMARY KEY, title varchar(80), views integer, seen_at timestamp,"
                        + " author_id bigint, during tsrange)",
                "CREATE INDEX on_title ON posts (title)",
                "CREATE TABLE notes (id bigint NOT NULL)",
                "CREATE TABLE events (id bigint) PARTITION BY RANGE (id)",
                "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (10)",
                "CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS posts FROM posts",
                "CREATE UNIQUE INDEX one_count ON counts (posts)",
                "INSERT INTO authors DEFAULT VALUES",
                "INSERT INTO posts (title, views, author_id) SELECT 'post ' || n, n, 1 FROM generate_series(1, 5) n");
    }

    @Override
    List<String> statements() {
        return List.of(
                "CREATE UNIQUE INDEX i ON posts (lower(title)) WHERE views > 0;",
                "DROP INDEX IF EXISTS on_title, missing;",
                "ALTER TABLE posts ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();",
                "ALTER TABLE posts ADD COLUMN number bigserial;",
                "ALTER TABLE posts ADD COLUMN number int GENERATED ALWAYS AS IDENTITY;",
                "ALTER TABLE posts ADD COLUMN twice int GENERATED ALWAYS AS (views * 2) STORED;",
                "ALTER TABLE posts ADD COLUMN code varchar(10) UNIQUE CHECK (code <> '');",
                "ALTER TABLE posts ADD COLUMN tags json;",
                "ALTER TABLE notes ADD COLUMN title text NOT NULL;",
                "ALTER TABLE posts ALTER COLUMN views TYPE bigint;",
                "ALTER TABLE posts ALTER COLUMN seen_at TYPE timestamptz USING seen_at AT TIME ZONE 'UTC';",
                "ALTER TABLE posts RENAME COLUMN title TO headline;",
                "ALTER TABLE posts RENAME TO articles;",
                "ALTER TABLE posts SET SCHEMA archive;",
                "ALTER TABLE posts DROP COLUMN title;",
                "DROP TABLE posts CASCADE;",
                "ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE;",
                "ALTER TABLE posts ADD CHECK (views >= 0);",
                "ALTER TABLE posts ALTER COLUMN title SET NOT NULL;",
                "ALTER TABLE posts ADD CONSTRAINT one_title UNIQUE (title, author_id);",
                "ALTER TABLE notes ADD PRIMARY KEY (id);",
                "ALTER TABLE posts ADD EXCLUDE USING gist (during WITH &&);",
                "VACUUM (FULL, ANALYZE) posts;",
                "CLUSTER posts USING posts_pkey;",
                "REINDEX TABLE posts;",
                "REFRESH MATERIALIZED VIEW counts;",
                "ALTER TABLE posts SET UNLOGGED;",
                "ALTER TABLE events DETACH PARTITION events_1;",
                "ALTER SCHEMA archive RENAME TO attic; DROP SCHEMA attic;");
    }
}
