package com.javaonjets.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of whole files, whatever the rule. */
final class LintTest {

    @TempDir
    private Path folder;

    @Test
    void aReasonSilencesTheStatementThatItStandsBeforeInOrBehind() {
        assertThat(findings("""
                -- the index
                -- jets:safe the table has ten rows
                CREATE INDEX i ON posts (a);

                CREATE INDEX j ON posts (b) -- jets:safe the table has ten rows
                  WHERE b > 0;
                CREATE INDEX k ON posts (c); -- jets:safe the table has ten rows
                CREATE INDEX l ON posts (d);
                """)).isEqualTo("""
                V1__x.sql:8: CREATE INDEX l ON posts (d)
                  blocks every write to posts until the index is built
                  safe:
                    -- a migration of its own
                    CREATE INDEX CONCURRENTLY l ON posts (d);
                """);
    }

    @Test
    void aSilenceWithoutAReasonIsNone() {
        assertThat(findings("""
                -- jets:safe
                CREATE INDEX i ON posts (a);
                """)).isEqualTo("""
                V1__x.sql:2: CREATE INDEX i ON posts (a)
                  blocks every write to posts until the index is built
                  safe:
                    -- a migration of its own
                    CREATE INDEX CONCURRENTLY i ON posts (a);
                V1__x.sql: line 1: '-- jets:safe' silences nothing without a reason; write one, such as -- jets:safe the table has ten rows
                """);
    }

    @Test
    void whatTheGrammarDoesNotKnowIsSaid() {
        assertThat(findings("""
                SELECT 1;
                CREATE STATISTICS s
                  ON a, b FROM posts;
                """)).isEqualTo("""
                V1__x.sql: not checked: line 2: CREATE STATISTICS s ...
                """);
    }

    @Test
    void placeholdersAreFilledIn() {
        assertThat(findings("CREATE INDEX ${flyway:user}_i ON ${table} (a);")).isEqualTo("""
                V1__x.sql:1: CREATE INDEX user_i ON posts (a)
                  blocks every write to posts until the index is built
                  safe:
                    -- a migration of its own
                    CREATE INDEX CONCURRENTLY user_i ON posts (a);
                """);
    }

    @Test
    void aPlaceholderWithoutAValueStopsTheLook() {
        LintProject project = project().with("V1__x.sql", "CREATE INDEX i ON ${other} (a);");
        assertThatThrownBy(project::texts)
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("V1__x.sql")
                .hasMessageContaining("${other}");
    }

    @Test
    void statementsInStringsCommentsAndBodiesAreNone() {
        assertThat(findings("""
                /* DROP TABLE posts; */
                INSERT INTO posts (a) VALUES ('x; DROP TABLE posts; --');
                """)).isEqualTo("\n");
    }

    @Test
    void theNewestTypeBeforeCounts() {
        project()
                .with("V1__x.sql", "CREATE TABLE posts (a varchar(10));")
                .with("V2__x.sql", "ALTER TABLE posts ALTER COLUMN a TYPE varchar(90);")
                .with("V4__x.sql", "ALTER TABLE posts ALTER COLUMN a TYPE varchar(20);");
        assertThat(project()
                        .with("V3__x.sql", "ALTER TABLE posts ALTER COLUMN a TYPE varchar(100);")
                        .findings("V3__x.sql"))
                .isEqualTo("\n");
        assertThat(project()
                        .with("V3__x.sql", "ALTER TABLE posts ALTER COLUMN a TYPE varchar(80);")
                        .findings("V3__x.sql"))
                .contains("a is varchar(90) now");
    }

    @Test
    void aModeIsOffWarnOrError() {
        assertThat(LintMode.of("Error")).isEqualTo(LintMode.ERROR);
        assertThatThrownBy(() -> LintMode.of("fatal"))
                .isInstanceOf(JetsException.class)
                .hasMessage("jets.lint is 'fatal'; expected off, warn or error");
    }

    private String findings(String sql) {
        return project().findingsIn(sql);
    }

    private LintProject project() {
        return new LintProject(folder, Adapter.POSTGRESQL);
    }
}
