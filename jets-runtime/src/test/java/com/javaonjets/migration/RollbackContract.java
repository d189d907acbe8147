package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import org.junit.jupiter.api.Test;

interface RollbackContract {

    MigrationProject project();

    @Test
    default void takesTheNewestVersionBack() {
        project().withTable("1", "posts").withTable("2", "tags").migrator().migrate();
        project().heard().clear();

        assertThat(project().migrator().rollback(1))
                .extracting(Migration::script)
                .containsExactly("V2__create_tags.sql");

        assertThat(project().tables()).containsExactly("flyway_schema_history", "jets_metadata", "posts");
        assertThat(project().versions()).containsExactly("1");
        assertThat(project().heard()).containsExactly("DOWN V2__create_tags.sql", "DOWN V2__create_tags.sql done");
    }

    @Test
    default void saysThatAFileWithoutStatementsTakesNothingBack() {
        project()
                .with("V1__mixed.sql", "create table mixed (id int);")
                .with("U1__mixed.sql", "-- write here what takes it back\n")
                .migrator()
                .migrate();
        project().heard().clear();

        project().migrator().rollback(1);

        assertThat(project().heard())
                .containsExactly(
                        "DOWN V1__mixed.sql",
                        "warned: U1__mixed.sql holds no statement: the history forgets the migration, and the database"
                                + " stays as it is",
                        "DOWN V1__mixed.sql done");
        assertThat(project().tables()).contains("mixed");
        assertThat(project().versions()).isEmpty();
    }

    @Test
    default void appliesAgainWhatWasTakenBack() {
        project().withTable("1", "posts").migrator().migrate();
        project().migrator().rollback(1);
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().tables()).contains("posts");
    }

    @Test
    default void takesSeveralStepsBackNewestFirst() {
        project()
                .withTable("1", "a")
                .withTable("2", "b")
                .withTable("3", "c")
                .migrator()
                .migrate();
        assertThat(project().migrator().rollback(2))
                .extracting(Migration::script)
                .containsExactly("V3__create_c.sql", "V2__create_b.sql");
        assertThat(project().migrator().rollback(7)).hasSize(1);
        assertThat(project().migrator().rollback(7)).isEmpty();
    }

    @Test
    default void goesByVersionNotByTheOrderOfApplying() {
        project().withTable("2", "late").migrator().migrate();
        project().withTable("1", "early").migrator().migrate();
        assertThat(project().migrator().rollback(1))
                .extracting(Migration::script)
                .containsExactly("V2__create_late.sql");
    }

    @Test
    default void leavesADatabaseWithoutHistoryAlone() {
        assertThat(project().withTable("1", "a").migrator().rollback(1)).isEmpty();
        assertThat(project().tables()).isEmpty();
    }

    @Test
    default void leavesRepeatableMigrationsAlone() {
        project().withTable("1", "a").with("R__x.sql", "select 1;").migrator().migrate();
        assertThat(project().migrator().rollback(2)).hasSize(1);
        assertThat(project().migrator().status())
                .extracting(MigrationStatus::state)
                .containsExactly(MigrationStatus.State.DOWN, MigrationStatus.State.UP);
    }

    @Test
    default void takesBackWhatHasNothingToTakeBack() {
        project()
                .with("V1__x.sql", "-- nothing yet\n")
                .with("U1__x.sql", "-- nothing yet\n")
                .migrator()
                .migrate();
        assertThat(project().migrator().rollback(1)).hasSize(1);
        assertThat(project().versions()).isEmpty();
    }

    @Test
    default void stopsBeforeAnythingRunsWhereAWayBackIsMissing() {
        project().withTable("1", "a").withTable("2", "b").migrator().migrate();
        project().remove("U1__create_a.sql");
        assertThatThrownBy(() -> project().migrator().rollback(2))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "V1__create_a.sql cannot be taken back: U1__create_a.sql is missing; nothing was run;"
                                + " write U1__create_a.sql, with what takes the migration back, or an empty file if nothing has to be");
        assertThat(project().versions()).containsExactly("1", "2");
    }

    /** dbmate's issue 671: the wrong migration was taken back. */
    @Test
    default void stopsAtAMigrationThatIsMissingAltogether() {
        project().withTable("1", "a").withTable("2", "b").migrator().migrate();
        project().remove("V2__create_b.sql");
        project().remove("U2__create_b.sql");
        assertThatThrownBy(() -> project().migrator().rollback(1))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "V2__create_b.sql cannot be taken back: U2__create_b.sql is missing, as is the migration itself;"
                                + " it may be on another branch; nothing was run;"
                                + " write U2__create_b.sql, with what takes the migration back, or an empty file if nothing has to be");
        assertThat(project().tables()).contains("a", "b");
    }

    @Test
    default void stopsAtTheBaseline() {
        project().migrator().baseline("5");
        project().withTable("6", "a").migrator().migrate();
        assertThatThrownBy(() -> project().migrator().rollback(2))
                .isInstanceOf(JetsException.class)
                .hasMessage("version 5 is the baseline, where this database's history begins;"
                        + " it cannot be taken back; nothing was run");
        assertThat(project().migrator().rollback(1)).hasSize(1);
    }

    @Test
    default void stopsAtAMigrationThatIsNoSqlFile() {
        project().withTable("1", "a").migrator().migrate();
        project().execute("update flyway_schema_history set type = 'CUSTOM'");
        project().remove("V1__create_a.sql");
        assertThatThrownBy(() -> project().migrator().rollback(1))
                .isInstanceOf(JetsException.class)
                .hasMessage("version 1 is a migration of type CUSTOM, not of SQL or Java;"
                        + " it cannot be taken back by a U file; nothing was run");
    }

    @Test
    default void takesBackAMigrationThatHasChangedSince() {
        project().withTable("1", "a").migrator().migrate();
        project().with("V1__create_a.sql", "create table b (id int);");
        assertThat(project().migrator().rollback(1)).hasSize(1);
    }

    @Test
    default void refusesLessThanOneStep() {
        assertThatThrownBy(() -> project().migrator().rollback(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps is 0; expected at least 1");
    }
}
