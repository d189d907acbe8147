package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of SQL that fill a database. */
interface SeedsContract {

    /** A server that answers in whole sentences. */
    String NOWHERE = "db/seeds.sql failed at line 4: ";

    MigrationProject project();

    @Test
    default void runsTheFilesInTheirOrder() {
        withPosts()
                .with("db/seeds.sql", "insert into posts values (1, 'one');\n")
                .with("db/seeds/test.sql", "update posts set title = 'two' where id = 1;\n");
        assertThat(seeds("db/seeds.sql", "db/seeds/test.sql").run()).isEqualTo(2);
        assertThat(project().query("select title from posts")).containsExactly("two");
    }

    @Test
    default void runsNothingOfAnEmptyFile() {
        project().with("db/seeds.sql", "-- nothing yet\n");
        assertThat(seeds("db/seeds.sql").run()).isZero();
    }

    /** Two INSERTs on a line, of which the first ends in a comment, are joined by MySQL's driver. */
    @Test
    default void losesNoRowToQuotesAndComments() {
        withPosts().with("db/seeds.sql", """
                insert into posts values (1, 'a;b'); insert into posts values (2, '{c}') -- ; two
                ; insert into posts values (3, 'it''s'); /* ; */ insert into posts values (4, 'd') /* ; */;
                insert into posts values (5, 'e'); insert into posts values (6, 'f'); insert into posts values (7, '?')
                """);
        assertThat(seeds("db/seeds.sql").run()).isEqualTo(7);
        assertThat(project().query("select title from posts order by id"))
                .containsExactly("a;b", "{c}", "it's", "d", "e", "f", "?");
    }

    @Test
    default void namesTheStatementOfABatchThatFailsAndKeepsNothing() {
        withPosts().with("db/seeds.sql", """
                insert into posts values (1, 'one');
                insert into posts values (2, 'two');
                insert into posts values (3, 'three');
                insert into nowhere values (4);
                insert into posts values (5, 'five');
                """);
        assertThatThrownBy(seeds("db/seeds.sql")::run)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(NOWHERE)
                .hasMessageContaining("nowhere")
                .hasMessageEndingWith("""
                          statement: insert into nowhere values (4)
                          kept: nothing; what the seeds had done was rolled back
                          next: correct the file, then run mvn jets:db-seed again""".indent(2).stripTrailing());
        assertThat(project().query("select id from posts")).isEmpty();
    }

    @Test
    default void keepsNothingOfTheFirstFileWhereTheSecondFails() {
        withPosts().with("db/seeds.sql", "insert into posts values (1, 'one');").with("db/seeds/test.sql", "nonsense;");
        assertThatThrownBy(seeds("db/seeds.sql", "db/seeds/test.sql")::run)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("db/seeds/test.sql failed at line 1: ")
                .hasMessageContaining("\n  kept: nothing; what the seeds had done was rolled back\n");
        assertThat(project().query("select id from posts")).isEmpty();
    }

    @Test
    default void runsStatementsThatAnswerWithRows() {
        withPosts().with("db/seeds.sql", """
                insert into posts values (1, 'one');
                insert into posts values (2, 'two');
                select count(*) from posts;
                """);
        assertThat(seeds("db/seeds.sql").run()).isEqualTo(3);
    }

    @Test
    default void fillsInPlaceholdersUnlessTheFileIsToStandAsItIs() {
        withPosts()
                .with("db/seeds.sql", "insert into posts values (1, '${name}');")
                .with("db/seeds/test.sql", "insert into posts values (2, '${name}');")
                .with("db/seeds/test.sql.conf", "placeholderReplacement=false");
        seeds("db/seeds.sql", "db/seeds/test.sql")
                .withPlaceholders(Map.of("name", "jets"))
                .run();
        assertThat(project().query("select title from posts order by id")).containsExactly("jets", "${name}");
    }

    @Test
    default void readsEveryFileBeforeAnythingRuns() {
        withPosts()
                .with("db/seeds.sql", "insert into posts values (1, 'one');")
                .with("db/seeds/test.sql", "insert into posts values (2, '${name}');");
        assertThatThrownBy(seeds("db/seeds.sql", "db/seeds/test.sql")::run)
                .isInstanceOf(JetsException.class)
                .hasMessage("no value for the placeholder ${name} in "
                        + project().folder().resolve("db/seeds/test.sql")
                        + "; give it one, or, if it is meant as it stands, write placeholderReplacement=false"
                        + " into a file of the same name with .conf at its end");
        assertThat(project().query("select id from posts")).isEmpty();
    }

    /** A statement for each of 5,000 rows took as many round trips. */
    @Test
    default void sendsThousandsOfRowsInFewRoundTrips() {
        StringBuilder sql = new StringBuilder();
        for (int id = 1; id <= 5_000; id++) {
            sql.append("insert into posts values (").append(id).append(", 'a title');\n");
        }
        withPosts().with("db/seeds.sql", sql.toString());
        try (CountingProxy proxy =
                CountingProxy.to(project().config().host(), project().config().port())) {
            DatabaseConfig through = TestConfig.of(project().config())
                    .withAddress("127.0.0.1", proxy.port())
                    .build();
            assertThat(Seeds.of(through, project().folder(), List.of("db/seeds.sql"))
                            .run())
                    .isEqualTo(5_000);
            assertThat(proxy.trips()).isLessThan(250);
        }
        assertThat(project().query("select count(*) from posts")).containsExactly("5000");
    }

    private MigrationProject withPosts() {
        project().execute("create table posts (id int primary key, title varchar(80))");
        return project();
    }

    private Seeds seeds(String... names) {
        return Seeds.of(project().config(), project().folder(), List.of(names));
    }
}
