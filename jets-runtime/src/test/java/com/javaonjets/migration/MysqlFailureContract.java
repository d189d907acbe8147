package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.migration.MigrationStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MySQL and MariaDB commit DDL by itself, so that a failure leaves what came before it. */
interface MysqlFailureContract {

    MigrationProject project();

    @Test
    default void saysWhatSeedsLeaveThatCommitByThemselves() {
        project().execute("create table t (id int)");
        project()
                .with("db/seeds.sql", "insert into t values (1);\ntruncate t;\ninsert into t values (2);\nnonsense;\n");
        assertThatThrownBy(() -> Seeds.of(project().config(), project().folder(), List.of("db/seeds.sql"))
                        .run())
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("db/seeds.sql failed at line 4: ")
                .hasMessageEndingWith("""
                        \n  statement: nonsense
                          kept: what the seeds did until db/seeds.sql, line 2, which commits by itself
                          next: correct the file, then run mvn jets:db-seed again""");
        assertThat(project().query("select id from t")).isEmpty();
    }

    @Test
    default void saysWhatIsKeptWhenAMigrationFailsHalfWay() {
        project().withTable("1", "old").with("V2__new.sql", """
                -- two tables and a row
                create table a (id int);
                create table b (id int);

                insert into b values (1);
                insert into nowhere
                values (1);
                """);
        fails("""
                V2__new.sql failed at line 6: Table 'DB.nowhere' doesn't exist (SQLState 42S02, error 1146)
                  statement: insert into nowhere values (1)
                  kept: its first 2 statements, up to the one at line 3, since this database commits whenever a table's definition changes; what it had done after that was rolled back
                  next: correct the file behind what was kept, run mvn jets:db-repair, which removes the failed row that the history has of it now,\
                 then mvn jets:db-migrate, which goes on from there; or take back by hand what was kept, then run mvn jets:db-repair -Djets.interrupted=restart""");
        assertThat(project().tables()).contains("a", "b", "old");
        assertThat(project().query("select id from b")).isEmpty();
        assertThat(project().migrator().status())
                .extracting(MigrationStatus::state)
                .containsExactly(State.UP, State.FAILED);
    }

    @Test
    default void saysWhatToDoAboutTheFailureOfTheLastRun() {
        project().with("V1__x.sql", "create table a (id int); nonsense;");
        assertThatThrownBy(() -> project().migrator().migrate()).hasMessageStartingWith("V1__x.sql failed at line 1");
        fails("V1__x.sql failed half-way when it was run last, and the history has a failed row of it; nothing was run;"
                + " run mvn jets:db-repair, which removes the row and says what was applied and how to go on");
        assertThatThrownBy(() -> project().migrator().rollback(1))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "V1__x.sql failed half-way, so there is no telling what taking it back would meet;"
                                + " nothing was run; run mvn jets:db-repair, which says what was applied of it, then mvn jets:db-migrate to finish it;"
                                + " or take back by hand what it has left, then run mvn jets:db-repair -Djets.interrupted=restart");

        assertThat(project().migrator().repair())
                .extracting(MigrationStatus::state)
                .containsExactly(State.FAILED);
        project().with("V1__x.sql", "create table a (id int);");
        assertThat(project().migrator().migrate()).hasSize(1);
    }

    @Test
    default void needsNoRepairWhereAFailureHasLeftNothing() {
        project().withTable("1", "a").with("V2__x.sql", "insert into a values (1);\ninsert into a values (1);");
        assertThatThrownBy(() -> project().migrator().migrate())
                .hasMessageContaining("\n  kept: nothing of it; what it had done was rolled back"
                        + "\n  next: correct the file, then run mvn jets:db-migrate again");
        project().with("V2__x.sql", "insert into a values (1);");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().query("select id from a")).containsExactly("1");
    }

    /** The server has parsed it, so it commits before it finds that the table is there. */
    @Test
    default void keepsRowsThatTheFailedDefinitionCommitted() {
        project().withTable("1", "a").with("V2__x.sql", "insert into a values (1);\ncreate table a (id int);");
        assertThatThrownBy(() -> project().migrator().migrate())
                .hasMessageContaining("\n  kept: its first statement, at line 1, since this database commits");
        assertThat(project().query("select id from a")).containsExactly("1");
    }

    @Test
    default void rollsRowsBackThatASyntaxErrorFollows() {
        project().withTable("1", "a").with("V2__x.sql", "insert into a values (1);\ncreate tabel b (id int);");
        assertThatThrownBy(() -> project().migrator().migrate()).hasMessageContaining("\n  kept: nothing of it;");
        assertThat(project().query("select id from a")).isEmpty();
    }

    @Test
    default void saysWhatIsGoneWhenARollbackFailsHalfWay() {
        project()
                .with("V1__x.sql", "create table a (id int);\ncreate table b (id int);")
                .with("U1__x.sql", "drop table b;\ndrop table c;\n")
                .migrator()
                .migrate();
        assertThatThrownBy(() -> project().migrator().rollback(1))
                .isInstanceOf(JetsException.class)
                .hasMessageMatching(
                        "(?s)U1__x\\.sql failed at line 2: Unknown table '[^']*' \\(SQLState 42S02, error 1051\\)\n"
                                + "  statement: drop table c\n"
                                + "  kept: its first statement, at line 1, since this database commits whenever a table's definition changes\n"
                                + "  next: correct the file behind what was kept, then run mvn jets:db-rollback again, which goes on from there;"
                                + " the migration still counts as applied");
        assertThat(project().versions()).containsExactly("1");
        project().with("U1__x.sql", "drop table b;\ndrop table a;\n");
        assertThat(project().migrator().rollback(1)).hasSize(1);
    }

    @Test
    default void saysThatTheConnectionWasLost() {
        project().with("V1__x.sql", """
                create table t (id int);
                create procedure die() kill connection_id();
                call die();
                select sleep(1);
                """);
        assertThatThrownBy(() -> project().migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage("""
                        V1__x.sql ran, but the database did not commit it: No operations allowed after connection closed. (SQLState 08003)
                          kept: unknown, since the connection was lost
                          next: run it again, which goes on, or says what it cannot know""");
    }

    @Test
    default void readsDelimitersQuotesAndComments() {
        project().with("V1__x.sql", """
                create table t (id int primary key, note varchar(50));
                delimiter //
                create procedure fill() begin
                  insert into t values (1, 'a;b'); # not ; here
                  insert into t values (2, "c--d");
                end//
                delimiter ;
                call fill(); /* nor ; there */
                """).with("U1__x.sql", """
                delimiter $$
                drop procedure fill$$
                delimiter ;
                drop table t; -- ; done
                """);
        project().migrator().migrate();
        assertThat(project().query("select note from t order by id")).containsExactly("a;b", "c--d");
        project().migrator().rollback(1);
        assertThat(project().tables()).doesNotContain("t");
    }

    @Test
    default void refusesABlockThatDoesNotEnd() {
        project().with("V1__x.sql", "select 1;\n\ncreate procedure p() begin select 1;\n");
        fails("V1__x.sql: the statement that begins at line 3 does not end;"
                + " a quote, a parenthesis or a BEGIN is left open, or a delimiter is missing");
    }

    @Test
    default void refusesADelimiterInsideAStatement() {
        project().with("V1__x.sql", "select 1;\ncreate table t (id int)\ndelimiter //\n");
        fails("V1__x.sql cannot be read as SQL from line 2 on;"
                + " is a quote, a comment or a COPY left open, or the delimiter changed inside a statement?");
    }

    private void fails(String message) {
        assertThatThrownBy(() -> project().migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage(message.replace("DB", project().config().database()));
    }
}
