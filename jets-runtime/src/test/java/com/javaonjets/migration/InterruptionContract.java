package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.migration.MigrationStatus.State;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where DDL commits by itself, a migration that stopped half-way is gone on with: nothing is done twice, nothing left out. */
interface InterruptionContract {

    String BROKEN = "nonsense;\n";

    MigrationProject project();

    @Test
    default void goesOnBehindWhatIsDone() {
        stops("""
                create table a (id int);
                insert into a values (1);
                create table b (id int);
                insert into b values (2);
                """);
        assertThat(project().migrator().interrupted())
                .containsExactly(
                        "V1__x.sql was interrupted",
                        "  done, line 1: create table a (id int)",
                        "  done, line 2: insert into a values (1)",
                        "  done, line 3: create table b (id int)",
                        "  not done, line 4: insert into b values (2)",
                        "  not done, line 5: nonsense",
                        "  next: correct what is not done, if need be, then mvn jets:db-migrate, which goes on after what is done;"
                                + " to begin anew, take back by hand what was applied, then mvn jets:db-repair -Djets.interrupted=restart");

        goesOn("""
                create table a (id int);
                insert into a values (1);
                create table b (id int);
                insert into b values (2);
                insert into b values (3);
                """);
        assertThat(project().query("select id from a")).containsExactly("1");
        assertThat(project().query("select id from b order by id")).containsExactly("2", "3");
        assertThat(project().heard())
                .contains("warned: V1__x.sql was interrupted, and goes on at line 4: 3 statements are done already");
    }

    @Test
    default void refusesADoneStatementThatHasChanged() {
        stops("create table a (id int);\ncreate table b (id int);\n");
        project()
                .with(
                        "V1__x.sql",
                        "create table a (id int);\n\ncreate table b (id bigint);\ninsert into a values (1);\n");
        asks("""
                V1__x.sql was interrupted, and its statement at line 2, which is done, has changed since; nothing was run
                  done: create table b (id int)
                  now: create table b (id bigint), at line 3
                  next: put it back as it was, and write the change into a statement behind it; or, if the database has what the\
                 file says now, mvn jets:db-repair -Djets.interrupted=done; or, to begin the file anew, take back by hand what was applied of\
                 it, then mvn jets:db-repair -Djets.interrupted=restart""");
        assertThat(project().query("select id from a")).isEmpty();

        project().execute("alter table b modify id bigint");
        assertThat(project().migrator().answer(Answer.DONE))
                .isEqualTo("taken as done: V1__x.sql, line 2: create table b (id bigint)");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().query("select id from a")).containsExactly("1");
    }

    @Test
    default void doesAgainWhatDiedWithTheSession() {
        String file = """
                set @x = 5;
                create temporary table numbers (n int);
                insert into numbers values (7);
                insert into numbers values (8);
                create table a (x int, n int);
                insert into a values (0, 0);
                alter table a add column m int;
                """;
        stops(file);
        goesOn(file + "insert into a (x, n) select @x, n from numbers;\n");
        assertThat(project().query("select concat(x, '-', n) from a order by n"))
                .containsExactly("0-0", "5-7", "5-8");
    }

    @Test
    default void asksWhereAStatementReliesOnWhatIsGone() {
        String file = """
                create table a (id int primary key auto_increment, n int);
                insert into a (n) values (1);
                set @id = last_insert_id();
                create table b (a_id int);
                """;
        stops(file);
        project().with("V1__x.sql", file + "insert into b values (@id);\n");
        asks("""
                V1__x.sql was interrupted, and its statement at line 5 relies on what statements that are done, and are not run\
                 again, left in their session; nothing was run
                  statement: insert into b values (@id)
                  next: write the value itself in place of the variable, the temporary table or the function; or, to run it as it is,\
                 mvn jets:db-repair -Djets.interrupted=undone; or, to leave it out, mvn jets:db-repair -Djets.interrupted=done; then mvn jets:db-migrate""");
        goesOn(file.replace("last_insert_id()", "1") + "insert into b values (@id);\n");
        assertThat(project().query("select a_id from b")).containsExactly("1");
    }

    @Test
    default void recordsRowsThatAreCommittedOneByOne() {
        String file = "create table a (id int);\ninsert into a values (1);\ninsert into a values (2);\n";
        project().with("V1__x.sql.conf", "executeInTransaction=false\n");
        stops(file);
        goesOn(file + "insert into a values (3);\n");
        assertThat(project().query("select id from a order by id")).containsExactly("1", "2", "3");
    }

    @Test
    default void recordsRowsOfAFileThatTurnsAutocommitOn() {
        String file =
                "create table a (id int);\nset autocommit = 1;\ninsert into a values (1);\ninsert into a values (2);\n";
        stops(file);
        goesOn(file + "insert into a values (3);\n");
        assertThat(project().query("select id from a order by id")).containsExactly("1", "2", "3");
    }

    @Test
    default void keepsToTheTransactionsOfTheFile() {
        String file = """
                create table a (id int);
                begin;
                insert into a values (1);
                rollback;
                start transaction;
                insert into a values (2);
                insert into a values (3);
                commit;
                insert into a values (4);
                """;
        for (boolean inTransaction : List.of(true, false)) {
            project().with("V1__x.sql.conf", "executeInTransaction=" + inTransaction + "\n");
            stops(file);
            goesOn(file + "insert into a values (5);\n");
            assertThat(project().query("select id from a order by id")).containsExactly("2", "3", "4", "5");
            project().execute("drop table a");
            project().execute("delete from flyway_schema_history");
        }
    }

    @Test
    default void recordsWhileTablesAreLocked() {
        String file = """
                create table a (id int);
                lock tables a write;
                insert into a values (1);
                unlock tables;
                lock tables a write;
                insert into a values (2);
                """;
        stops(file);
        goesOn(file + "insert into a (id) values (3);\n");
        assertThat(project().query("select id from a order by id")).containsExactly("1", "2", "3");
    }

    @Test
    default void leavesOutProceduresAndTheirCalls() {
        String file = """
                create table a (id int);
                delimiter //
                create procedure fill() begin
                  insert into a values (1);
                  commit;
                  insert into a values (2);
                end//
                delimiter ;
                call fill();
                create table b (id int);
                """;
        stops(file);
        goesOn(file + "drop procedure fill;\n");
        assertThat(project().query("select id from a order by id")).containsExactly("1", "2");
    }

    @Test
    default void asksAboutACallThatFailedAfterACommitOfItsOwn() {
        stops("""
                create table a (id int primary key);
                delimiter //
                create procedure fill() begin
                  insert into a values (1);
                  commit;
                  insert into a values (1);
                end//
                delimiter ;
                call fill();
                """, "Duplicate entry");
        asks("""
                V1__x.sql was interrupted at line 9, and whether this statement has happened is not known; nothing was run
                  statement: call fill()
                  check: look in the database for what it does, all of it or a part
                  next: if it has happened, mvn jets:db-repair -Djets.interrupted=done; if it has not, mvn jets:db-repair -Djets.interrupted=undone, and\
                 it is run again; then mvn jets:db-migrate, which goes on from there""");
        project().migrator().answer(Answer.DONE);
        assertThatThrownBy(() -> project().migrator().answer(Answer.DONE))
                .isInstanceOf(JetsException.class)
                .hasMessage("no interrupted migration asks for an answer; nothing was changed");
    }

    @Test
    default void beginsAnewWhereItIsToldTo() {
        stops("create table a (id int);\n");
        project().execute("drop table a");
        assertThat(project().migrator().answer(Answer.RESTART)).isEqualTo("forgotten: what was done of V1");
        assertThat(project().migrator().interrupted()).isEmpty();
        project().with("V1__x.sql", "create table a (id bigint);\n");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().tables()).contains("a");
    }

    /** Or the table that somebody has taken back by hand would be left out. */
    @Test
    default void asksWhereATableThatWasMadeIsGone() {
        stops("create table a (id int);\ncreate table b (id int);\n");
        project().execute("drop table b");
        project().with("V1__x.sql", "create table a (id int);\ncreate table b (id int);\n");
        asks("""
                V1__x.sql was interrupted, and its statement at line 2 was done, but the table b is not there now; nothing was run
                  statement: create table b (id int)
                  next: if it is to run again, mvn jets:db-repair -Djets.interrupted=undone; if it is not, mvn jets:db-repair -Djets.interrupted=done;\
                 or, to begin the file anew, take back by hand all that was applied of it, then mvn jets:db-repair -Djets.interrupted=restart""");
        project().migrator().answer(Answer.UNDONE);
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().tables()).contains("a", "b");
    }

    @Test
    default void knowsAMigrationByItsVersionAlone() {
        stops("create table a (id int);\ninsert into a values (1);\ncreate table b (id int);\n");
        project().remove("V1__x.sql");
        project().with("V1__y.sql", "create table a (id int);\ninsert into a values (1);\ncreate table b (id int);\n");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().query("select id from a")).containsExactly("1");
    }

    @Test
    default void goesOnWithARollback() {
        project()
                .with("V1__x.sql", "create table a (id int);\ncreate table b (id int);\ninsert into b values (1);\n")
                .with(
                        "U1__x.sql",
                        "drop table a;\nupdate b set id = id + 1;\nalter table b add column n int;\n" + BROKEN)
                .migrator()
                .migrate();
        assertThatThrownBy(() -> project().migrator().rollback(1))
                .hasMessageContaining(
                        "\n  next: correct the file behind what was kept, then run mvn jets:db-rollback again, which goes on"
                                + " from there; the migration still counts as applied");
        project()
                .with(
                        "U1__x.sql",
                        "drop table a;\nupdate b set id = id + 1;\nalter table b add column n int;\nselect 1;\n");
        assertThat(project().migrator().rollback(1)).hasSize(1);
        assertThat(project().query("select id from b")).containsExactly("2");
        assertThat(project().query("select migration from jets_statements")).isEmpty();
        assertThat(project().versions()).isEmpty();
    }

    /** The broken statement behind it stops it; what can be rolled back then is run again later. */
    private void stops(String file) {
        stops(file + BROKEN, "nonsense");
    }

    private void stops(String file, String message) {
        project().with("V1__x.sql", file);
        assertThatThrownBy(() -> project().migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessageContaining(message);
        project().migrator().repair();
    }

    @Test
    default void isShownAsInterruptedUntilItIsGoneOnWith() {
        stops("create table a (id int);\n");
        assertThat(states()).containsExactly(State.INTERRUPTED);
        project().execute("update jets_statements set state = 'intent'");
        assertThat(states()).containsExactly(State.INTERRUPTED);
        project().execute("update jets_statements set state = 'done'");
        goesOn("create table a (id int);\n");
        assertThat(states()).containsExactly(State.UP);
    }

    @Test
    default void isShownAsInterruptedAlsoAsABaselineFile() {
        project().with("B1__x.sql", "create table a (id int);\n" + BROKEN);
        assertThatThrownBy(() -> project().migrator().migrate()).hasMessageContaining("nonsense");
        project().migrator().repair();
        assertThat(states()).containsExactly(State.INTERRUPTED);
        project().with("B1__x.sql", "create table a (id int);\n").migrator().migrate();
        assertThat(states()).containsExactly(State.UP);
    }

    /** A run that was killed between the last word of the history and its own. */
    @Test
    default void forgetsABaselineFileThatIsThrough() {
        project().with("B1__x.sql", "create table a (id int);\n" + BROKEN);
        assertThatThrownBy(() -> project().migrator().migrate()).hasMessageContaining("nonsense");
        project().execute("update flyway_schema_history set success = 1");
        project().withTable("2", "b").migrator().migrate();
        assertThat(project().query("select migration from jets_statements")).isEmpty();
    }

    @Test
    default void isShownAsInterruptedWhileItIsTakenBackHalfWay() {
        project()
                .with("V1__x.sql", "create table a (id int);\ncreate table b (id int);\n")
                .with("U1__x.sql", "drop table a;\n" + BROKEN)
                .migrator()
                .migrate();
        assertThatThrownBy(() -> project().migrator().rollback(1)).hasMessageContaining("nonsense");
        assertThat(project().migrator().status()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(State.INTERRUPTED);
            assertThat(status.appliedAt()).isPresent();
        });
        project().with("U1__x.sql", "drop table a;\ndrop table b;\n").migrator().rollback(1);
        assertThat(states()).containsExactly(State.DOWN);
    }

    /** Its records look the same, and its lock tells that somebody is at work. */
    @Test
    default void isNotShownAsInterruptedWhileARunHoldsTheLock() throws Exception {
        stops("create table a (id int);\n");
        try (Connection other = DirectDataSource.of(project().config()).getConnection();
                Statement statement = other.createStatement()) {
            String table = "`" + project().config().database() + "`.`flyway_schema_history`";
            statement.execute("select get_lock('" + new MysqlDialect().lockKey(table) + "', 10)");
            assertThat(states()).containsExactly(State.DOWN);
        }
    }

    private List<State> states() {
        return project().migrator().status().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    private void asks(String sentence) {
        assertThatThrownBy(() -> project().migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage(sentence);
    }

    private void goesOn(String file) {
        project().with("V1__x.sql", file);
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().query("select migration from jets_statements")).isEmpty();
        assertThat(project().migrator().interrupted()).isEmpty();
    }
}
