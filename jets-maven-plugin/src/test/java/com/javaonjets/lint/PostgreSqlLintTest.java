package com.javaonjets.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule for PostgreSQL, with all that it prints. */
final class PostgreSqlLintTest {

    static final String SCHEMA = """
            CREATE TABLE authors (id bigserial PRIMARY KEY);
            CREATE TABLE posts (
              id bigserial PRIMARY KEY,
              title varchar(80),
              views integer,
              price numeric(10,2),
              seen_at timestamp(3),
              during tsrange
            );
            ALTER TABLE posts ADD COLUMN "author_id" bigint;
            CREATE TABLE notes (id bigint NOT NULL);
            CREATE TABLE comments (id bigint);
            """;

    @TempDir
    private Path folder;

    @Test
    void anIndexBlocksWrites() {
        assertThat(
                        findings(
                                "CREATE UNIQUE INDEX index_posts_on_title ON \"posts\" (lower(title) DESC) WHERE title IS NOT NULL;"))
                .isEqualTo("""
                V1__x.sql:1: CREATE UNIQUE INDEX index_posts_on_title ON "posts" (lower(title) DESC) WHERE title IS NOT NULL
                  blocks every write to "posts" until the index is built
                  safe:
                    -- a migration of its own
                    CREATE UNIQUE INDEX CONCURRENTLY index_posts_on_title ON "posts" (lower(title) DESC) WHERE title IS NOT NULL;
                """);
    }

    @Test
    void aDroppedIndexWaitsForEveryStatement() {
        assertThat(findings("DROP INDEX IF EXISTS i, public.j;")).isEqualTo("""
                V1__x.sql:1: DROP INDEX IF EXISTS i, public.j
                  waits for every statement on the index's table to end, and blocks all that come meanwhile
                  safe:
                    -- a migration of its own
                    DROP INDEX CONCURRENTLY IF EXISTS i;
                    -- a migration of its own
                    DROP INDEX CONCURRENTLY IF EXISTS public.j;
                """);
    }

    @Test
    void aColumnNotNullWithoutDefaultFails() {
        assertThat(findings("ALTER TABLE \"posts\" ADD COLUMN \"author_id\" bigint NOT NULL REFERENCES authors (id);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE "posts" ADD COLUMN "author_id" bigint NOT NULL REFERENCES authors (id)
                  fails where "posts" has rows, and breaks the inserts of the application that runs, which leave "author_id" out
                  safe:
                    -- a migration of its own
                    ALTER TABLE "posts" ADD COLUMN "author_id" bigint REFERENCES authors (id);
                    -- a migration of its own, once the application that runs always writes "author_id"
                    ALTER TABLE "posts" ADD CONSTRAINT posts_author_id_present CHECK ("author_id" IS NOT NULL) NOT VALID;
                    -- a migration of its own, once every row has a value in "author_id"
                    ALTER TABLE "posts" VALIDATE CONSTRAINT posts_author_id_present;
                    ALTER TABLE "posts" ALTER COLUMN "author_id" SET NOT NULL;
                    ALTER TABLE "posts" DROP CONSTRAINT posts_author_id_present;
                """);
    }

    @Test
    void aDefaultThatDiffersFromRowToRowRewrites() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()
                  rewrites posts and blocks its reads and writes meanwhile: gen_random_uuid() may differ from row to row
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN token uuid;
                    ALTER TABLE posts ALTER COLUMN token SET DEFAULT gen_random_uuid();
                    -- by hand, until it changes no row
                    UPDATE posts SET token = DEFAULT WHERE ctid IN (
                      SELECT ctid FROM posts WHERE token IS NULL LIMIT 10000);
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT posts_token_present CHECK (token IS NOT NULL) NOT VALID;
                    -- a migration of its own, once every row has a value in token
                    ALTER TABLE posts VALIDATE CONSTRAINT posts_token_present;
                    ALTER TABLE posts ALTER COLUMN token SET NOT NULL;
                    ALTER TABLE posts DROP CONSTRAINT posts_token_present;
                """);
    }

    @Test
    void aSerialRewrites() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN number bigserial;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN number bigserial
                  rewrites posts and blocks its reads and writes meanwhile, to number its rows
                  safe:
                    -- a migration of its own
                    CREATE SEQUENCE posts_number_seq;
                    ALTER TABLE posts ADD COLUMN number bigint;
                    ALTER TABLE posts ALTER COLUMN number SET DEFAULT nextval('posts_number_seq');
                    ALTER SEQUENCE posts_number_seq OWNED BY posts.number;
                    -- by hand, until it changes no row
                    UPDATE posts SET number = DEFAULT WHERE ctid IN (
                      SELECT ctid FROM posts WHERE number IS NULL LIMIT 10000);
                """);
    }

    @Test
    void anIdentityRewrites() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN number int GENERATED ALWAYS AS IDENTITY;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN number int GENERATED ALWAYS AS IDENTITY
                  rewrites posts and blocks its reads and writes meanwhile, to number its rows
                  safe:
                    -- a migration of its own
                    CREATE SEQUENCE posts_number_seq;
                    ALTER TABLE posts ADD COLUMN number int;
                    ALTER TABLE posts ALTER COLUMN number SET DEFAULT nextval('posts_number_seq');
                    ALTER SEQUENCE posts_number_seq OWNED BY posts.number;
                    -- by hand, until it changes no row
                    UPDATE posts SET number = DEFAULT WHERE ctid IN (
                      SELECT ctid FROM posts WHERE number IS NULL LIMIT 10000);
                """);
    }

    @Test
    void aStoredColumnRewrites() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN twice int GENERATED ALWAYS AS (views * 2) STORED;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN twice int GENERATED ALWAYS AS (views * 2) STORED
                  rewrites posts and blocks its reads and writes meanwhile, to compute every row's value
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN twice int;
                    -- by hand, until it changes no row, once the application, or a trigger, writes twice
                    UPDATE posts SET twice = (views * 2) WHERE ctid IN (
                      SELECT ctid FROM posts WHERE twice IS DISTINCT FROM (views * 2) LIMIT 10000);
                """);
    }

    @Test
    void aUniqueColumnWithACheckBuildsAndReads() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN code varchar(10) UNIQUE CHECK (code <> '');"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN code varchar(10) UNIQUE CHECK (code <> '')
                  blocks reads and writes of posts until the index of code is built; blocks reads and writes of posts until every row is checked
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN code varchar(10);
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT posts_code_check CHECK (code <> '') NOT VALID;
                    -- a migration of its own
                    ALTER TABLE posts VALIDATE CONSTRAINT posts_code_check;
                    -- a migration of its own
                    CREATE UNIQUE INDEX CONCURRENTLY posts_code_key ON posts (code);
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT posts_code_key UNIQUE USING INDEX posts_code_key;
                """);
    }

    @Test
    void aJsonColumnBreaksDistinct() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN tags json NOT NULL DEFAULT '[]';"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN tags json NOT NULL DEFAULT '[]'
                  breaks queries of the application with SELECT DISTINCT, UNION or GROUP BY: json knows no equality
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN tags jsonb NOT NULL DEFAULT '[]';
                """);
    }

    @Test
    void aTypeThatChangesRewrites() {
        assertThat(findings("ALTER TABLE posts ALTER COLUMN views TYPE bigint;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ALTER COLUMN views TYPE bigint
                  rewrites posts and its indexes, and blocks reads and writes meanwhile: views is integer now
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN views_new bigint;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET views_new = views::bigint WHERE ctid IN (
                      SELECT ctid FROM posts WHERE views_new IS DISTINCT FROM views::bigint LIMIT 10000);
                    -- a migration of its own, once no release uses views of posts any more
                    -- jets:safe no release uses views of posts any more
                    ALTER TABLE posts DROP COLUMN views;
                """);
    }

    @Test
    void aTypeThatChangesByAnExpressionRewrites() {
        assertThat(
                        findings(
                                "ALTER TABLE posts ALTER COLUMN seen_at SET DATA TYPE timestamptz USING seen_at AT TIME ZONE 'UTC';"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ALTER COLUMN seen_at SET DATA TYPE timestamptz USING seen_at AT TIME ZONE 'UTC'
                  rewrites posts and its indexes, and blocks reads and writes meanwhile: seen_at is timestamp(3) now
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN seen_at_new timestamptz;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET seen_at_new = seen_at AT TIME ZONE 'UTC' WHERE ctid IN (
                      SELECT ctid FROM posts WHERE seen_at_new IS DISTINCT FROM seen_at AT TIME ZONE 'UTC' LIMIT 10000);
                    -- a migration of its own, once no release uses seen_at of posts any more
                    -- jets:safe no release uses seen_at of posts any more
                    ALTER TABLE posts DROP COLUMN seen_at;
                """);
    }

    @Test
    void aTypeOfAColumnThatNoMigrationMakes() {
        assertThat(findings("ALTER TABLE posts ALTER COLUMN old_one TYPE text;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ALTER COLUMN old_one TYPE text
                  rewrites posts and its indexes, and blocks reads and writes meanwhile: no migration before tells the type that old_one has, and most changes do
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN old_one_new text;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET old_one_new = old_one::text WHERE ctid IN (
                      SELECT ctid FROM posts WHERE old_one_new IS DISTINCT FROM old_one::text LIMIT 10000);
                    -- a migration of its own, once no release uses old_one of posts any more
                    -- jets:safe no release uses old_one of posts any more
                    ALTER TABLE posts DROP COLUMN old_one;
                """);
    }

    @Test
    void aShorterTextRewrites() {
        assertThat(findings("ALTER TABLE posts ALTER COLUMN title TYPE varchar(40);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ALTER COLUMN title TYPE varchar(40)
                  rewrites posts and its indexes, and blocks reads and writes meanwhile: title is varchar(80) now
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN title_new varchar(40);
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET title_new = title::varchar(40) WHERE ctid IN (
                      SELECT ctid FROM posts WHERE title_new IS DISTINCT FROM title::varchar(40) LIMIT 10000);
                    -- a migration of its own, once no release uses title of posts any more
                    -- jets:safe no release uses title of posts any more
                    ALTER TABLE posts DROP COLUMN title;
                """);
    }

    @Test
    void aRenamedColumnBreaks() {
        assertThat(findings("ALTER TABLE posts RENAME COLUMN title TO headline;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts RENAME COLUMN title TO headline
                  breaks the application that runs: it still asks for title
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN headline varchar(80);
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET headline = title WHERE ctid IN (
                      SELECT ctid FROM posts WHERE headline IS DISTINCT FROM title LIMIT 10000);
                    -- a migration of its own, once no release uses title of posts any more
                    -- jets:safe no release uses title of posts any more
                    ALTER TABLE posts DROP COLUMN title;
                """);
    }

    @Test
    void aRenamedColumnOfATypeThatNoMigrationTells() {
        assertThat(findings("ALTER TABLE posts RENAME old_one TO new_one;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts RENAME old_one TO new_one
                  breaks the application that runs: it still asks for old_one
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN new_one <the type of old_one>;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET new_one = old_one WHERE ctid IN (
                      SELECT ctid FROM posts WHERE new_one IS DISTINCT FROM old_one LIMIT 10000);
                    -- a migration of its own, once no release uses old_one of posts any more
                    -- jets:safe no release uses old_one of posts any more
                    ALTER TABLE posts DROP COLUMN old_one;
                """);
    }

    @Test
    void aRenamedTableBreaks() {
        assertThat(findings("ALTER TABLE posts RENAME TO articles;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts RENAME TO articles
                  breaks the application that runs: it still asks for posts
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts RENAME TO articles;
                    CREATE VIEW posts AS SELECT * FROM articles;
                    -- a migration of its own, once no release uses posts any more
                    DROP VIEW posts;
                """);
    }

    @Test
    void aTableInAnotherSchemaBreaks() {
        assertThat(findings("ALTER TABLE posts SET SCHEMA archive;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts SET SCHEMA archive
                  breaks the application that runs: it still asks for posts
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts SET SCHEMA archive;
                    CREATE VIEW posts AS SELECT * FROM archive.posts;
                    -- a migration of its own, once no release uses posts any more
                    DROP VIEW posts;
                """);
    }

    @Test
    void aDroppedColumnBreaks() {
        assertThat(findings("ALTER TABLE posts DROP COLUMN title;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts DROP COLUMN title
                  breaks the application that runs where it still uses title, and queries that it has prepared with SELECT *
                  safe:
                    -- a migration of its own, once no release uses title of posts any more
                    -- jets:safe no release uses title of posts any more
                    ALTER TABLE posts DROP COLUMN title;
                """);
    }

    @Test
    void aDroppedTableBreaks() {
        assertThat(findings("DROP TABLE posts, comments;")).isEqualTo("""
                V1__x.sql:1: DROP TABLE posts, comments
                  breaks the application that runs where it still uses posts and comments, and the rows are gone
                  safe:
                    -- a migration of its own, once no release uses posts and comments any more
                    -- jets:safe no release uses posts and comments any more
                    DROP TABLE posts, comments;
                """);
    }

    @Test
    void aForeignKeyReadsEveryRow() {
        assertThat(findings("ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE
                  blocks writes to posts and authors until every row's reference is checked
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE NOT VALID;
                    -- a migration of its own
                    ALTER TABLE posts VALIDATE CONSTRAINT posts_author_id_fkey;
                """);
    }

    @Test
    void aCheckReadsEveryRow() {
        assertThat(findings("ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0)
                  blocks reads and writes of posts until every row is checked
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0) NOT VALID;
                    -- a migration of its own
                    ALTER TABLE posts VALIDATE CONSTRAINT views_are_counted;
                """);
    }

    @Test
    void anUnnamedCheckReadsEveryRow() {
        assertThat(findings("ALTER TABLE posts ADD CHECK (views >= 0);")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD CHECK (views >= 0)
                  blocks reads and writes of posts until every row is checked
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT posts_check CHECK (views >= 0) NOT VALID;
                    -- a migration of its own
                    ALTER TABLE posts VALIDATE CONSTRAINT posts_check;
                """);
    }

    @Test
    void setNotNullReadsEveryRow() {
        assertThat(findings("ALTER TABLE posts ALTER COLUMN title SET NOT NULL;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ALTER COLUMN title SET NOT NULL
                  blocks reads and writes of posts until every row is read for a null in title
                  safe:
                    -- a migration of its own, once the application that runs always writes title
                    ALTER TABLE posts ADD CONSTRAINT posts_title_present CHECK (title IS NOT NULL) NOT VALID;
                    -- a migration of its own, once every row has a value in title
                    ALTER TABLE posts VALIDATE CONSTRAINT posts_title_present;
                    ALTER TABLE posts ALTER COLUMN title SET NOT NULL;
                    ALTER TABLE posts DROP CONSTRAINT posts_title_present;
                """);
    }

    @Test
    void aUniqueConstraintBuildsItsIndex() {
        assertThat(findings("ALTER TABLE posts ADD CONSTRAINT one_title UNIQUE (title, author_id);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD CONSTRAINT one_title UNIQUE (title, author_id)
                  blocks reads and writes of posts until the index is built
                  safe:
                    -- a migration of its own
                    CREATE UNIQUE INDEX CONCURRENTLY one_title ON posts (title, author_id);
                    -- a migration of its own
                    ALTER TABLE posts ADD CONSTRAINT one_title UNIQUE USING INDEX one_title;
                """);
    }

    @Test
    void aPrimaryKeyBuildsItsIndex() {
        assertThat(findings("ALTER TABLE notes ADD PRIMARY KEY (id);")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE notes ADD PRIMARY KEY (id)
                  blocks reads and writes of notes until the index is built
                  safe:
                    -- a migration of its own
                    CREATE UNIQUE INDEX CONCURRENTLY notes_pkey ON notes (id);
                    -- a migration of its own
                    ALTER TABLE notes ADD CONSTRAINT notes_pkey PRIMARY KEY USING INDEX notes_pkey;
                """);
    }

    @Test
    void anExclusionBuildsItsIndex() {
        assertThat(findings("ALTER TABLE posts ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&)
                  blocks writes to posts until the index is built, which an exclusion cannot have built beforehand
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&);
                """);
    }

    @Test
    void vacuumFullRewrites() {
        assertThat(findings("VACUUM (FULL, ANALYZE) posts;")).isEqualTo("""
                V1__x.sql:1: VACUUM (FULL, ANALYZE) posts
                  rewrites posts and blocks reads and writes meanwhile
                  safe:
                    -- a migration of its own
                    VACUUM posts;
                """);
    }

    @Test
    void clusterRewrites() {
        assertThat(findings("CLUSTER posts USING posts_pkey;")).isEqualTo("""
                V1__x.sql:1: CLUSTER posts USING posts_pkey
                  rewrites posts and blocks its reads and writes meanwhile; the extension pg_repack does it without
                  safe:
                    -- a migration of its own, once the service may stand still
                    -- jets:safe the service may stand still
                    CLUSTER posts USING posts_pkey;
                """);
    }

    @Test
    void reindexBlocksWrites() {
        assertThat(findings("REINDEX TABLE posts;")).isEqualTo("""
                V1__x.sql:1: REINDEX TABLE posts
                  blocks writes to the table, and reads by the index, until the index is built anew
                  safe:
                    -- a migration of its own
                    REINDEX TABLE CONCURRENTLY posts;
                """);
    }

    @Test
    void aRefreshBlocksReads() {
        assertThat(findings("REFRESH MATERIALIZED VIEW counts;")).isEqualTo("""
                V1__x.sql:1: REFRESH MATERIALIZED VIEW counts
                  blocks reads of counts until its query has run
                  safe:
                    -- a migration of its own, once counts has a unique index on columns alone
                    REFRESH MATERIALIZED VIEW CONCURRENTLY counts;
                """);
    }

    @Test
    void setLoggedRewrites() {
        assertThat(findings("ALTER TABLE posts SET UNLOGGED;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts SET UNLOGGED
                  rewrites posts and blocks its reads and writes meanwhile
                  safe:
                    -- a migration of its own, once the service may stand still
                    -- jets:safe the service may stand still
                    ALTER TABLE posts SET UNLOGGED;
                """);
    }

    @Test
    void aDetachedPartitionWaits() {
        assertThat(findings("ALTER TABLE events DETACH PARTITION events_2025;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE events DETACH PARTITION events_2025
                  waits for every statement on events to end, and blocks all that come meanwhile
                  safe:
                    -- a migration of its own
                    ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;
                """);
    }

    @Test
    void aDroppedSchemaBreaks() {
        assertThat(findings("DROP SCHEMA archive CASCADE;")).isEqualTo("""
                V1__x.sql:1: DROP SCHEMA archive CASCADE
                  breaks the application that runs where it still uses the schema
                  safe:
                    -- a migration of its own, once no release uses the schema any more
                    -- jets:safe no release uses the schema any more
                    DROP SCHEMA archive CASCADE;
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON posts (title);",
                "DROP INDEX CONCURRENTLY i;",
                "CREATE TABLE tags (id int); CREATE INDEX i ON tags (id); ALTER TABLE tags ADD COLUMN name text NOT NULL;",
                "CREATE TABLE \"Tags\" (id int); ALTER TABLE public.\"Tags\" ALTER COLUMN id TYPE bigint; DROP TABLE \"Tags\";",
                "ALTER TABLE posts ADD COLUMN note text;",
                "ALTER TABLE posts ADD COLUMN note text NOT NULL DEFAULT '';",
                "ALTER TABLE posts ADD COLUMN made_at timestamp(6) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC');",
                "ALTER TABLE posts ADD COLUMN made_at timestamptz DEFAULT now();",
                "ALTER TABLE posts ADD COLUMN editor_id bigint REFERENCES authors (id);",
                "ALTER TABLE posts ALTER COLUMN title TYPE varchar(200);",
                "ALTER TABLE posts ALTER COLUMN title TYPE character varying;",
                "ALTER TABLE posts ALTER COLUMN \"title\" TYPE text;",
                "ALTER TABLE posts ALTER COLUMN price TYPE numeric(12,2);",
                "ALTER TABLE posts ALTER COLUMN seen_at TYPE timestamp(6) without time zone;",
                "ALTER TABLE posts ALTER COLUMN title DROP NOT NULL;",
                "ALTER TABLE posts ALTER COLUMN title SET DEFAULT 'none';",
                "ALTER TABLE posts RENAME TO articles; CREATE VIEW posts AS SELECT * FROM articles;",
                "ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id) NOT VALID;",
                "ALTER TABLE posts ADD CONSTRAINT c CHECK (views > 0) NOT VALID;",
                "ALTER TABLE posts VALIDATE CONSTRAINT c; ALTER TABLE posts ALTER COLUMN views SET NOT NULL;",
                "ALTER TABLE posts ADD CONSTRAINT u UNIQUE USING INDEX i;",
                "ALTER TABLE posts DROP CONSTRAINT c;",
                "VACUUM ANALYZE posts;",
                "REINDEX TABLE CONCURRENTLY posts;",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY counts;",
                "ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;",
                "INSERT INTO posts (title) VALUES ('DROP TABLE posts;');",
                "UPDATE posts SET views = 0;"
            })
    void isSafe(String sql) {
        assertThat(findings(sql)).isEqualTo("\n");
    }

    @Test
    void whatRunsOutsideOfTransactionsStandsAlone() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN note text;\nCREATE INDEX CONCURRENTLY i ON posts (title);"))
                .isEqualTo("""
                V1__x.sql:2: CREATE INDEX CONCURRENTLY i ON posts (title)
                  cannot run in a transaction, which the file's other statements need: db-migrate refuses the file
                  safe:
                    -- a migration of its own
                    CREATE INDEX CONCURRENTLY i ON posts (title);
                """);
    }

    @Test
    void everyClauseOfAStatementIsLookedAt() {
        assertThat(findings("""
                ALTER TABLE posts
                  ADD COLUMN note text,
                  ADD COLUMN rank int NOT NULL,
                  DROP COLUMN title;""")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ...
                  fails where posts has rows, and breaks the inserts of the application that runs, which leave rank out
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN rank int;
                    -- a migration of its own, once the application that runs always writes rank
                    ALTER TABLE posts ADD CONSTRAINT posts_rank_present CHECK (rank IS NOT NULL) NOT VALID;
                    -- a migration of its own, once every row has a value in rank
                    ALTER TABLE posts VALIDATE CONSTRAINT posts_rank_present;
                    ALTER TABLE posts ALTER COLUMN rank SET NOT NULL;
                    ALTER TABLE posts DROP CONSTRAINT posts_rank_present;
                V1__x.sql:1: ALTER TABLE posts ...
                  breaks the application that runs where it still uses title, and queries that it has prepared with SELECT *
                  safe:
                    -- a migration of its own, once no release uses title of posts any more
                    -- jets:safe no release uses title of posts any more
                    ALTER TABLE posts DROP COLUMN title;
                """);
    }

    private String findings(String sql) {
        return project().findingsIn(sql + "\n");
    }

    private LintProject project() {
        return new LintProject(folder, Adapter.POSTGRESQL).with("V0__schema.sql", SCHEMA);
    }
}
