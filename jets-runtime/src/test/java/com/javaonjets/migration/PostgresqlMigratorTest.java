package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresqlMigratorTest
        implements MigrateContract,
                RollbackContract,
                StatusContract,
                RefusalContract,
                LockContract,
                RedoContract,
                SeedsContract,
                QuietContract,
                ManyContract {

    @TempDir
    private Path folder;

    private MigrationProject project;

    @BeforeEach
    void makeProject() {
        project = MigrationProject.of(TestServers.postgresql(), folder);
    }

    @Override
    public MigrationProject project() {
        return project;
    }

    @Override
    public int tripsOfAMigration() {
        return 15;
    }

    @Test
    void rollsAFailedMigrationBackAsAWhole() {
        project.withTable("1", "old").with("V2__new.sql", """
                -- two statements
                create table a (id int);

                insert into nowhere
                values (1);
                """);
        fails("""
                V2__new.sql failed at line 4: ERROR: relation "nowhere" does not exist; Position: 13 (SQLState 42P01)
                  statement: insert into nowhere values (1)
                  kept: nothing of it; what it had done was rolled back
                  next: correct the file, then run mvn jets:db-migrate again""");
        assertThat(project.tables()).containsExactly("flyway_schema_history", "jets_metadata", "old");
        assertThat(project.versions()).containsExactly("1");
        assertThat(project.heard())
                .containsExactly("UP V1__create_old.sql", "UP V1__create_old.sql done", "UP V2__new.sql");
    }

    @Test
    void saysWhatAFileKeptByItsOwnCommit() {
        project.with("V1__x.sql", "create table a (id int);\ncommit;\nnonsense;\n");
        assertThatThrownBy(() -> project.migrator().migrate())
                .hasMessageContaining(
                        "\n  kept: its first 2 statements, up to the one at line 2, since the file commits there itself");
        assertThat(project.tables()).contains("a");
    }

    @Test
    void namesTheMigrationWhoseCommitWasRefused() {
        project.withTable("1", "a").with("V2__x.sql", """
                create table b (a_id int references a deferrable initially deferred);
                insert into b values (7);
                """).withTable("3", "c");
        assertThatThrownBy(() -> project.migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(
                        "V2__x.sql ran, but the database did not commit it: ERROR: insert or update on table")
                .hasMessageEndingWith("(SQLState 23503)\n  kept: nothing of it; what it had done was rolled back"
                        + "\n  next: correct the file, then run it again");
        assertThat(project.versions()).containsExactly("1");
        assertThat(project.heard()).doesNotContain("UP V2__x.sql done");
    }

    @Test
    void rollsAFailedRollbackBackAsAWhole() {
        project.with("V1__x.sql", "create table a (id int);")
                .with("U1__x.sql", "drop table a;\ndrop table b;")
                .migrator()
                .migrate();
        assertThatThrownBy(() -> project.migrator().rollback(1))
                .isInstanceOf(JetsException.class)
                .hasMessage("""
                        U1__x.sql failed at line 2: ERROR: table "b" does not exist (SQLState 42P01)
                          statement: drop table b
                          kept: nothing of it; what it had done was rolled back
                          next: correct the file, then run mvn jets:db-rollback again; the migration still counts as applied""");
        assertThat(project.tables()).contains("a");
        assertThat(project.versions()).containsExactly("1");
    }

    @Test
    void readsDollarQuotesStringsCommentsAndCopy() {
        project.with("V1__x.sql", """
                create table t (id int, note text); -- not ; here
                create function f() returns void language plpgsql as $body$
                begin insert into t values (1, 'a;b'); end; $body$;
                select f(); /* nor ; there */
                copy t from stdin;
                2\tc;d
                \\.
                insert into t values (3, E'e\\';f');
                """).with("U1__x.sql", """
                do $$ begin execute 'drop table t;'; end $$;
                drop function f; -- ; done
                """);
        project.migrator().migrate();
        assertThat(project.query("select note from t order by id")).containsExactly("a;b", "c;d", "e';f");
        project.migrator().rollback(1);
        assertThat(project.tables()).doesNotContain("t");
    }

    @Test
    void refusesABlockThatDoesNotEnd() {
        project.with("V1__x.sql", "select 1;\n\ncreate function f() returns int begin atomic select 1;\n");
        fails("V1__x.sql: the statement that begins at line 3 does not end;"
                + " a quote, a parenthesis or a BEGIN is left open, or a delimiter is missing");
    }

    @Test
    void refusesACopyThatDoesNotEnd() {
        project.with("V1__x.sql", "create table t (id int);\ncopy t from stdin;\n1\n");
        fails("V1__x.sql cannot be read as SQL from line 2 on;"
                + " is a quote, a comment or a COPY left open, or the delimiter changed inside a statement?");
    }

    @Test
    void saysWhatAUserMayNotDoWithTheHistory() {
        project.withTable("1", "a").migrator().migrate();
        project.execute("create role " + role() + " login password 'secret'");
        assertThatThrownBy(() -> limited().migrator().status())
                .isInstanceOf(JetsException.class)
                .hasMessage("the database refused what reading or writing the history of migrations takes:"
                        + " ERROR: permission denied for table flyway_schema_history (SQLState 42501)");
        assertThatThrownBy(() -> Metadata.of(limited().config()).environment())
                .isInstanceOf(JetsException.class)
                .hasMessage("cannot read the table jets_metadata: ERROR: permission denied for table jets_metadata"
                        + " (SQLState 42501); allow the user to select from it");
        project.execute("grant select on flyway_schema_history to " + role());
        assertThat(limited().migrator().migrate()).isEmpty();
    }

    @Test
    void namesTheCallbackThatFailed() {
        project.withTable("1", "a").with("afterMigrate.sql", "select 1;\nnonsense;");
        fails("""
                afterMigrate.sql failed at line 2: ERROR: syntax error at or near "nonsense"; Position: 1 (SQLState 42601)
                  statement: nonsense
                  next: correct the file, see by mvn jets:db-status what was applied, then run mvn jets:db-migrate again""");
        assertThat(project.versions()).containsExactly("1");
    }

    @Test
    void goesOnWithoutMetadataWhereTheUserMayNotMakeTheTable() {
        project.withTable("1", "a").migrator().migrate();
        project.execute("drop table jets_metadata");
        project.execute("create role " + role() + " login password 'secret'");
        project.execute("grant select, insert on flyway_schema_history to " + role());
        MigrationProject limited = limited();
        assertThat(limited.with("V2__x.sql", "select 1;").migrator().migrate()).hasSize(1);
        assertThat(limited.heard().get(0))
                .isEqualTo(
                        "warned: cannot store the environment 'test' in the table jets_metadata:"
                                + " ERROR: permission denied for schema public; Position: 28 (SQLState 42501);"
                                + " db-drop and its like cannot tell then what the database is for;"
                                + " allow the user to create it, or run: CREATE TABLE IF NOT EXISTS \"jets_metadata\""
                                + " (\"key\" varchar(255) NOT NULL PRIMARY KEY, \"value\" varchar(255), created_at timestamp(6) NOT NULL)");
    }

    @Test
    void refusesATransactionPooler() throws IOException {
        project.withTable("1", "a");
        try (TransactionPooler pooler = new TransactionPooler(project.config())) {
            DatabaseConfig through = pooler.through(project.config());
            Migrator migrator = Migrator.of(through, List.of(folder), MigrationListener.SILENT);
            assertThatThrownBy(migrator::migrate)
                    .isInstanceOf(JetsException.class)
                    .hasMessage("at 127.0.0.1:" + through.port()
                            + " a pooler changes the server process between transactions,"
                            + " and migrations need a session of their own; nothing was run;"
                            + " give the database's direct address, or the pooler's port for session mode");
        }
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void namesTheServersWordsWhereACopyFails() {
        project.with("V1__x.sql", "create table t (id int);\ncopy t from stdin;\nx\n\\.\n");
        assertThatThrownBy(() -> project.migrator().migrate())
                .hasMessageStartingWith(
                        "V1__x.sql failed at line 2: ERROR: invalid input syntax for type integer: \"x\"")
                .hasMessageContaining("\n  kept: nothing of it");
    }

    @Test
    void saysThatTheConnectionWasLost() {
        project.with("V1__x.sql", "create table t (id int);\nselect pg_terminate_backend(pg_backend_pid());\n");
        fails("""
                V1__x.sql failed at line 2: FATAL: terminating connection due to administrator command (SQLState 57P01)
                  statement: select pg_terminate_backend(pg_backend_pid())
                  kept: unknown, since the connection was lost
                  next: see by mvn jets:db-status, and in the database, what was done""");
        assertThat(project.tables()).doesNotContain("t");
    }

    @Test
    void seedsByCopyAndByReturning() {
        project.execute("create table t (id int, note text)");
        project.with("db/seeds.sql", """
                copy t from stdin;
                1\ta;b
                2\tc
                \\.
                insert into t values (3, 'd') returning id;
                insert into t values (4, 'e') returning id;
                """);
        assertThat(Seeds.of(project.config(), folder, List.of("db/seeds.sql")).run())
                .isEqualTo(3);
        assertThat(project.query("select note from t order by id")).containsExactly("a;b", "c", "d", "e");
    }

    @Test
    void refusesSeedsThatCannotRunInATransaction() {
        project.execute("create table t (id int)");
        project.with("db/seeds.sql", "insert into t values (1);\nvacuum t;\n");
        assertThatThrownBy(() -> Seeds.of(project.config(), folder, List.of("db/seeds.sql"))
                        .run())
                .isInstanceOf(JetsException.class)
                .hasMessage("db/seeds.sql, line 2: 'vacuum t' cannot run in a transaction, and seeds are one;"
                        + " nothing was run; put it into a migration");
        assertThat(project.query("select id from t")).isEmpty();
    }

    @Test
    void leavesNoRoleToTheNextMigration() {
        project.execute("create role " + role());
        project.execute("grant " + role() + " to current_user");
        project.with("V1__t.sql", "create table t (id serial, name text);\ngrant all on t, t_id_seq to " + role() + ";")
                .with("V2__set.sql", "set role " + role() + ";\ninsert into t (name) values (current_user);")
                .with("V3__see.sql", "insert into t (name) values (current_user);");
        project.migrator().migrate();
        assertThat(project.query("select name from t order by id"))
                .containsExactly(role(), project.config().username().orElseThrow());
    }

    private MigrationProject limited() {
        return MigrationProject.of(
                TestConfig.of(project.config()).withLogin(role(), "secret").build(), folder);
    }

    private String role() {
        return "limited_" + project.config().database();
    }

    private void fails(String message) {
        assertThatThrownBy(() -> project.migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage(message);
    }
}
