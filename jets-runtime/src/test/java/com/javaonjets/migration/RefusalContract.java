package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stops a run before anything runs. */
interface RefusalContract {

    MigrationProject project();

    @Test
    default void refusesAMigrationThatChangedAfterItWasApplied() {
        project().withTable("1", "a").migrator().migrate();
        project().with("V1__create_a.sql", "create table other (id int);").withTable("2", "b");
        refuses("V1__create_a.sql changed after it was applied; nothing was run;"
                + " restore the file as it was and put the change into a new migration,"
                + " or, if the database has what the file says now, run mvn jets:db-repair");
        assertThat(project().versions()).containsExactly("1");
    }

    @Test
    default void refusesAPlaceholderWithoutAValue() {
        project().withTable("1", "a").with("V2__x.sql", "create table b (id int);\ninsert into b values (${size});");
        refuses("no value for the placeholder ${size} in " + path("V2__x.sql")
                + "; give it one, or, if it is meant as it stands, write placeholderReplacement=false"
                + " into a file of the same name with .conf at its end");
        assertThat(project().tables()).isEmpty();
    }

    @Test
    default void refusesAPlaceholderWithoutAValueInARepeatableMigration() {
        project().with("R__x.sql", "select '${size}';").withTable("1", "a");
        refuses("no value for the placeholder ${size} in " + path("R__x.sql")
                + "; give it one, or, if it is meant as it stands, write placeholderReplacement=false"
                + " into a file of the same name with .conf at its end");
    }

    @Test
    default void refusesAPlaceholderThatFlywayDoesNotHave() {
        project().with("V1__x.sql", "select '${flyway:nothing}';");
        refuses("no value for the placeholder ${flyway:nothing} in " + path("V1__x.sql")
                + "; give it one, or, if it is meant as it stands, write placeholderReplacement=false"
                + " into a file of the same name with .conf at its end");
    }

    @Test
    default void refusesAVersionThatIsAppliedAsAnotherKind() {
        project().withTable("1", "a").migrator().migrate();
        project().execute("update flyway_schema_history set type = 'JDBC'");
        refuses("version 1 is applied already, by a migration of another kind than V1__create_a.sql;"
                + " nothing was run; give the file a version of its own");
    }

    @Test
    default void refusesAnUnknownSetting() {
        project().withTable("1", "a").with("V1__create_a.sql.conf", "executeInTransacton=false");
        refuses("unknown setting 'executeInTransacton' in " + path("V1__create_a.sql.conf")
                + "; known: encoding, executeInTransaction, placeholderReplacement");
    }

    @Test
    default void refusesASettingOfPaidEditions() {
        project().withTable("1", "a").with("V1__create_a.sql.conf", "shouldExecute=${flyway:environment}==test");
        refuses("unknown setting 'shouldExecute' in " + path("V1__create_a.sql.conf")
                + "; known: encoding, executeInTransaction, placeholderReplacement;"
                + " shouldExecute is for paid editions of Flyway alone");
    }

    @Test
    default void refusesAFileThatIsNotUtf8() throws IOException {
        project().withTable("1", "a");
        Files.write(project().folder().resolve("V2__x.sql"), "select 'é';".getBytes(StandardCharsets.ISO_8859_1));
        refuses(path("V2__x.sql") + " is not UTF-8; store it as UTF-8");
    }

    @Test
    default void refusesRowsOfAnotherEdition() {
        project().withTable("1", "a").migrator().migrate();
        project().execute("update flyway_schema_history set type = 'UNDO_SQL'");
        refuses("the history has rows of type UNDO_SQL, which another edition of Flyway wrote;"
                + " remove them from flyway_schema_history, with the rows of the migrations that they are about");
    }

    @Test
    default void refusesABaselineWhereThereAreMigrations() {
        project().withTable("1", "a").migrator().migrate();
        assertThatThrownBy(() -> project().migrator().baseline("2"))
                .isInstanceOf(JetsException.class)
                .hasMessage("version 2 cannot be made the baseline: the history has 1 row already;"
                        + " a baseline is for a database that has tables and has not seen a migration yet");
    }

    @Test
    default void refusesAVersionThatIsNone() {
        assertThatThrownBy(() -> project().migrator().baseline("first"))
                .isInstanceOf(JetsException.class)
                .hasMessage("'first' is not a version; expected digits, such as 20260102030405 or 1.2");
        assertThatThrownBy(() -> project().migrator().migrateTo("7"))
                .isInstanceOf(JetsException.class)
                .hasMessage("no migration has version 7; nothing was run; mvn jets:db-status lists those there are");
    }

    @Test
    default void namesTheDatabaseThatCannotBeReached() {
        project().withTable("1", "a");
        DatabaseConfig nowhere =
                TestConfig.of(project().config()).withAddress("127.0.0.1", 1).build();
        assertThatThrownBy(() -> Migrator.of(nowhere, List.of(project().folder()), MigrationListener.SILENT)
                        .migrate())
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("cannot connect to ")
                .hasMessageContaining("127.0.0.1");
    }

    private String path(String name) {
        return project().folder().resolve(name).toString();
    }

    private void refuses(String sentence) {
        assertThatThrownBy(() -> project().migrator().migrate())
                .isInstanceOf(JetsException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> project().migrator().plan())
                .isInstanceOf(JetsException.class)
                .hasMessage(sentence);
    }
}
