package com.javaonjets.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule for MySQL, with all that it prints. */
final class MySqlLintTest {

    static final String SCHEMA = """
            CREATE TABLE authors (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY);
            CREATE TABLE `posts` (
              `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
              `title` varchar(80),
              `views` int,
              `slug` varchar(20),
              `author_id` bigint,
              `kind` enum('x', 'y')
            );
            CREATE TABLE notes (id bigint NOT NULL PRIMARY KEY);
            """;

    @TempDir
    private Path folder;

    @Test
    void aColumnNotNullWithoutDefaultBreaksInserts() {
        assertThat(findings("ALTER TABLE `posts` ADD COLUMN `author_id` bigint NOT NULL;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE `posts` ADD COLUMN `author_id` bigint NOT NULL
                  breaks the inserts of the application that runs, which leave `author_id` out, and gives the rows there are an empty value
                  safe:
                    -- a migration of its own
                    ALTER TABLE `posts` ADD COLUMN `author_id` bigint;
                    -- a migration of its own, once the application that runs always writes `author_id`, and every row has a value in `author_id`
                    ALTER TABLE `posts` MODIFY COLUMN `author_id` bigint NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
                """);
    }

    @Test
    void aComputedDefaultCopies() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN seen_at datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6));"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN seen_at datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6))
                  copies posts and blocks its writes meanwhile, since DEFAULT (UTC_TIMESTAMP(6)) is computed for every row
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN seen_at datetime(6);
                    -- a migration of its own
                    ALTER TABLE posts ALTER COLUMN seen_at SET DEFAULT (UTC_TIMESTAMP(6)), ALGORITHM=INPLACE, LOCK=NONE;
                    -- by hand, until it changes no row
                    UPDATE posts SET seen_at = UTC_TIMESTAMP(6) WHERE seen_at IS NULL LIMIT 10000;
                    -- a migration of its own
                    ALTER TABLE posts MODIFY COLUMN seen_at datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)), ALGORITHM=INPLACE, LOCK=NONE;
                """);
    }

    @Test
    void aStoredColumnCopies() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN twice int AS (views * 2) STORED;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN twice int AS (views * 2) STORED
                  copies posts and blocks its writes meanwhile, to compute every row's value
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN twice int AS (views * 2) VIRTUAL, ALGORITHM=INPLACE, LOCK=NONE;
                """);
    }

    @Test
    void aNumberedColumnBlocksWrites() {
        assertThat(findings("ALTER TABLE notes ADD COLUMN number bigint NOT NULL AUTO_INCREMENT UNIQUE;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE notes ADD COLUMN number bigint NOT NULL AUTO_INCREMENT UNIQUE
                  blocks writes to notes until every row is numbered; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE notes ADD COLUMN number bigint NOT NULL AUTO_INCREMENT UNIQUE;
                """);
    }

    @Test
    void aColumnWithACheckCopies() {
        assertThat(findings("ALTER TABLE posts ADD COLUMN code varchar(10) CHECK (code <> '');"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD COLUMN code varchar(10) CHECK (code <> '')
                  copies posts and blocks its writes until every row is checked; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts ADD COLUMN code varchar(10) CHECK (code <> '');
                """);
    }

    @Test
    void aTypeThatChangesCopies() {
        assertThat(findings("ALTER TABLE posts MODIFY COLUMN views bigint;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts MODIFY COLUMN views bigint
                  copies posts and blocks its writes meanwhile: views is int now
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN views_new bigint;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET views_new = views WHERE views_new IS NULL AND views IS NOT NULL LIMIT 10000;
                    -- a migration of its own, once no release uses views of posts any more
                    -- jets:safe no release uses views of posts any more
                    ALTER TABLE posts DROP COLUMN views;
                """);
    }

    @Test
    void aTypeOfAColumnThatNoMigrationMakes() {
        assertThat(findings("ALTER TABLE posts MODIFY COLUMN old_one text;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts MODIFY COLUMN old_one text
                  copies posts and blocks its writes meanwhile, unless MySQL can do it in place
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts MODIFY COLUMN old_one text, ALGORITHM=INPLACE, LOCK=NONE;
                """);
    }

    @Test
    void aTextThatGrowsPastOneByteMayCopy() {
        assertThat(findings("ALTER TABLE posts MODIFY COLUMN title varchar(200) NOT NULL;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts MODIFY COLUMN title varchar(200) NOT NULL
                  copies posts and blocks its writes meanwhile, unless MySQL can do it in place
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts MODIFY COLUMN title varchar(200) NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
                """);
    }

    @Test
    void aChangedColumnOfTheSameNameCopies() {
        assertThat(findings("ALTER TABLE posts CHANGE COLUMN title title text;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts CHANGE COLUMN title title text
                  copies posts and blocks its writes meanwhile: title is varchar(80) now
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN title_new text;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET title_new = title WHERE title_new IS NULL AND title IS NOT NULL LIMIT 10000;
                    -- a migration of its own, once no release uses title of posts any more
                    -- jets:safe no release uses title of posts any more
                    ALTER TABLE posts DROP COLUMN title;
                """);
    }

    @Test
    void aChangedColumnOfAnotherNameBreaks() {
        assertThat(findings("ALTER TABLE posts CHANGE COLUMN title headline varchar(80);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts CHANGE COLUMN title headline varchar(80)
                  breaks the application that runs: it still asks for title
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN headline varchar(80);
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET headline = title WHERE headline IS NULL AND title IS NOT NULL LIMIT 10000;
                    -- a migration of its own, once no release uses title of posts any more
                    -- jets:safe no release uses title of posts any more
                    ALTER TABLE posts DROP COLUMN title;
                """);
    }

    @Test
    void aRenamedColumnBreaks() {
        assertThat(findings("ALTER TABLE posts RENAME COLUMN views TO reads_;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts RENAME COLUMN views TO reads_
                  breaks the application that runs: it still asks for views
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN reads_ int;
                    -- by hand, until it changes no row, once the application writes both columns
                    UPDATE posts SET reads_ = views WHERE reads_ IS NULL AND views IS NOT NULL LIMIT 10000;
                    -- a migration of its own, once no release uses views of posts any more
                    -- jets:safe no release uses views of posts any more
                    ALTER TABLE posts DROP COLUMN views;
                """);
    }

    @Test
    void aRenamedTableBreaks() {
        assertThat(findings("ALTER TABLE posts RENAME TO articles;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts RENAME TO articles
                  breaks the application that runs: it still asks for posts
                  safe:
                    -- a migration of its own
                    CREATE VIEW articles AS SELECT * FROM posts;
                    -- a migration of its own, once no release uses posts any more
                    -- jets:safe no release uses posts any more
                    RENAME TABLE articles TO articles_view, posts TO articles;
                    -- a migration of its own
                    DROP VIEW articles_view;
                """);
    }

    @Test
    void tablesRenamedAtOnceBreak() {
        assertThat(findings("RENAME TABLE posts TO articles, notes TO remarks;"))
                .isEqualTo("""
                V1__x.sql:1: RENAME TABLE posts TO articles, notes TO remarks
                  breaks the application that runs: it still asks for posts
                  safe:
                    -- a migration of its own
                    CREATE VIEW articles AS SELECT * FROM posts;
                    -- a migration of its own, once no release uses posts any more
                    -- jets:safe no release uses posts any more
                    RENAME TABLE articles TO articles_view, posts TO articles;
                    -- a migration of its own
                    DROP VIEW articles_view;
                V1__x.sql:1: RENAME TABLE posts TO articles, notes TO remarks
                  breaks the application that runs: it still asks for notes
                  safe:
                    -- a migration of its own
                    CREATE VIEW remarks AS SELECT * FROM notes;
                    -- a migration of its own, once no release uses notes any more
                    -- jets:safe no release uses notes any more
                    RENAME TABLE remarks TO remarks_view, notes TO remarks;
                    -- a migration of its own
                    DROP VIEW remarks_view;
                """);
    }

    @Test
    void aDroppedColumnBreaks() {
        assertThat(findings("ALTER TABLE posts DROP FOREIGN KEY f, DROP COLUMN views;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts DROP FOREIGN KEY f, DROP COLUMN views
                  breaks the application that runs where it still uses views
                  safe:
                    -- a migration of its own, once no release uses views of posts any more
                    -- jets:safe no release uses views of posts any more
                    ALTER TABLE posts DROP COLUMN views;
                """);
    }

    @Test
    void aDroppedTableBreaks() {
        assertThat(findings("DROP TABLE IF EXISTS posts;")).isEqualTo("""
                V1__x.sql:1: DROP TABLE IF EXISTS posts
                  breaks the application that runs where it still uses posts, and the rows are gone
                  safe:
                    -- a migration of its own, once no release uses posts any more
                    -- jets:safe no release uses posts any more
                    DROP TABLE IF EXISTS posts;
                """);
    }

    @Test
    void aForeignKeyCopies() {
        assertThat(
                        findings(
                                "ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE
                  copies posts and blocks its writes until every row's reference is checked
                  safe:
                    -- by hand; put right the rows that it finds
                    SELECT child.* FROM posts child LEFT JOIN authors parent ON child.author_id = parent.id WHERE child.author_id IS NOT NULL AND parent.id IS NULL;
                    -- a migration of its own
                    SET SESSION foreign_key_checks = 0;
                    ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE, ALGORITHM=INPLACE, LOCK=NONE;
                    SET SESSION foreign_key_checks = 1;
                """);
    }

    @Test
    void aCheckCopies() {
        assertThat(findings("ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0);"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0)
                  copies posts and blocks its writes until every row is checked; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0);
                """);
    }

    @Test
    void aFulltextIndexBlocksWrites() {
        assertThat(findings("CREATE FULLTEXT INDEX i ON posts (title);")).isEqualTo("""
                V1__x.sql:1: CREATE FULLTEXT INDEX i ON posts (title)
                  blocks writes to posts until the FULLTEXT index is built; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    CREATE FULLTEXT INDEX i ON posts (title);
                """);
    }

    @Test
    void anAddedFulltextIndexBlocksWrites() {
        assertThat(findings("ALTER TABLE posts ADD FULLTEXT INDEX i (title);")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD FULLTEXT INDEX i (title)
                  blocks writes to posts until the FULLTEXT index is built; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts ADD FULLTEXT INDEX i (title);
                """);
    }

    @Test
    void anotherCharacterSetCopies() {
        assertThat(findings("ALTER TABLE posts CONVERT TO CHARACTER SET utf8mb4;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts CONVERT TO CHARACTER SET utf8mb4
                  copies posts and blocks its writes meanwhile; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts CONVERT TO CHARACTER SET utf8mb4;
                """);
    }

    @Test
    void aDroppedPrimaryKeyCopies() {
        assertThat(findings("ALTER TABLE notes DROP PRIMARY KEY;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE notes DROP PRIMARY KEY
                  copies notes and blocks its writes meanwhile; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE notes DROP PRIMARY KEY;
                """);
    }

    @Test
    void anotherOrderCopies() {
        assertThat(findings("ALTER TABLE posts ORDER BY title;")).isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ORDER BY title
                  copies posts and blocks its writes meanwhile; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts ORDER BY title;
                """);
    }

    @Test
    void partitionsCopy() {
        assertThat(findings("ALTER TABLE notes PARTITION BY HASH (id) PARTITIONS 4;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE notes PARTITION BY HASH (id) PARTITIONS 4
                  copies notes and blocks its writes meanwhile; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE notes PARTITION BY HASH (id) PARTITIONS 4;
                """);
    }

    @Test
    void anAlgorithmThatCopiesBlocksWrites() {
        assertThat(findings("ALTER TABLE posts ADD INDEX i (views), ALGORITHM=COPY;"))
                .isEqualTo("""
                V1__x.sql:1: ALTER TABLE posts ADD INDEX i (views), ALGORITHM=COPY
                  blocks writes to posts until it is done, as its ALGORITHM or LOCK asks; gh-ost and pt-online-schema-change do it without
                  safe:
                    -- a migration of its own, once writes may wait
                    -- jets:safe writes may wait
                    ALTER TABLE posts ADD INDEX i (views), ALGORITHM=COPY;
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE UNIQUE INDEX i ON posts (title);",
                "ALTER TABLE posts ADD INDEX i (title), ADD UNIQUE INDEX j (views);",
                "DROP INDEX i ON posts;",
                "CREATE TABLE `tags` (`id` bigint NOT NULL PRIMARY KEY);",
                "ALTER TABLE posts ADD COLUMN note text;",
                "ALTER TABLE posts ADD COLUMN note varchar(20) NOT NULL DEFAULT '';",
                "ALTER TABLE posts ADD COLUMN made_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);",
                "ALTER TABLE posts ADD COLUMN twice int AS (views * 2) VIRTUAL;",
                "ALTER TABLE posts MODIFY COLUMN slug varchar(60);",
                "ALTER TABLE posts MODIFY COLUMN views int NOT NULL;",
                "ALTER TABLE posts MODIFY COLUMN title varchar(200), ALGORITHM=INPLACE, LOCK=NONE;",
                "ALTER TABLE notes DROP PRIMARY KEY, ADD PRIMARY KEY (id);",
                "ALTER TABLE posts RENAME INDEX i TO j;",
                "ALTER TABLE posts ENGINE=InnoDB;",
                "ALTER TABLE posts ALTER COLUMN title SET DEFAULT 'none';",
                "SET SESSION foreign_key_checks = 0; ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id);",
                "ALTER TABLE posts ADD CONSTRAINT c CHECK (views > 0) NOT ENFORCED;",
                "OPTIMIZE TABLE posts;",
                "INSERT INTO posts (title) VALUES ('DROP TABLE posts;'); UPDATE posts SET views = 0;"
            })
    void isSafe(String sql) {
        assertThat(findings(sql)).isEqualTo("\n");
    }

    @Test
    void ddlThatIsNotAloneLeavesAFileHalfApplied() {
        assertThat(findings("INSERT INTO notes (id) VALUES (1);\nALTER TABLE posts ADD COLUMN note text;"))
                .isEqualTo("""
                V1__x.sql:2: ALTER TABLE posts ADD COLUMN note text
                  commits by itself: where it or a statement after it fails, those before stay, and mvn jets:db-repair says how to go on
                  safe:
                    -- a migration of its own
                    ALTER TABLE posts ADD COLUMN note text;
                """);
    }

    private String findings(String sql) {
        return project().findingsIn(sql + "\n");
    }

    private LintProject project() {
        return new LintProject(folder, Adapter.MYSQL).with("V0__schema.sql", SCHEMA);
    }
}
