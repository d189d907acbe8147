package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Going to a version, and doing the newest ones again. */
interface RedoContract {

    MigrationProject project();

    @Test
    default void appliesAgainWhatItTookBackAndNothingElse() {
        project().withTable("2", "b").withTable("4", "d").migrator().migrate();
        project()
                .withTable("1", "a")
                .withTable("3", "c")
                .with("V4__create_d.sql", "create table d (id int, name varchar(9));")
                .with("R__r.sql", "select 1;");
        project().heard().clear();

        assertThat(project().migrator().redo(2))
                .extracting(Migration::script)
                .containsExactly("V2__create_b.sql", "V4__create_d.sql");

        assertThat(project().heard())
                .containsExactly(
                        "DOWN V4__create_d.sql",
                        "DOWN V4__create_d.sql done",
                        "DOWN V2__create_b.sql",
                        "DOWN V2__create_b.sql done",
                        "UP V2__create_b.sql",
                        "UP V2__create_b.sql done",
                        "UP V4__create_d.sql",
                        "UP V4__create_d.sql done");
        assertThat(project().versions()).containsExactly("2", "4");
        assertThat(project().query("select name from d")).isEmpty();
    }

    @Test
    default void doesNothingAgainWhereNothingIsApplied() {
        assertThat(project().withTable("1", "a").migrator().redo(3)).isEmpty();
        assertThat(project().tables()).isEmpty();
    }

    @Test
    default void takesNothingBackThatItCouldNotApplyAgain() {
        project().withTable("1", "a").withTable("2", "b").migrator().migrate();
        project().remove("V2__create_b.sql");
        assertThatThrownBy(() -> project().migrator().redo(1))
                .isInstanceOf(JetsException.class)
                .hasMessage("V2__create_b.sql cannot be applied again: the file is missing; nothing was run;"
                        + " it may be on another branch; mvn jets:db-rollback takes it back alone, by its U file");
        project()
                .withTable("2", "b")
                .with("V1__create_a.sql", "create table other (id int);")
                .with("V2__create_b.sql", "create table b (id int, name varchar(${size}));");
        assertThatThrownBy(() -> project().migrator().redo(1))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("V1__create_a.sql changed after it was applied; nothing was run;");
        assertThatThrownBy(() -> project().migrator().redo(2))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("no value for the placeholder ${size} in ");
        assertThat(project().versions()).containsExactly("1", "2");
        assertThat(project().tables()).contains("a", "b");
    }

    @Test
    default void stopsBeforeAVersionThatIsNowhere() {
        project().withTable("1", "a").withTable("3", "c").migrator().migrate();
        for (String version : List.of("2", "7")) {
            assertThatThrownBy(() -> project().migrator().migrateTo(version))
                    .isInstanceOf(JetsException.class)
                    .hasMessage("no migration has version " + version
                            + "; nothing was run; mvn jets:db-status lists those there are");
        }
        assertThatThrownBy(() -> project().migrator().migrateTo("newest"))
                .isInstanceOf(JetsException.class)
                .hasMessage("'newest' is not a version; expected digits, such as 20260102030405 or 1.2");
        assertThat(project().versions()).containsExactly("1", "3");
    }

    /** A row without a file is a version all the same. */
    @Test
    default void goesBackToAVersionWhoseFileIsMissing() {
        project().withTable("1", "a").withTable("2", "b").migrator().migrate();
        project().remove("V1__create_a.sql");
        assertThat(project().migrator().migrateTo("1"))
                .extracting(Migration::script)
                .containsExactly("V2__create_b.sql");
    }

    @Test
    default void takesVersionZeroBackToo() {
        project().withTable("0", "zero").withTable("1", "one").migrator().migrate();
        assertThat(project().migrator().migrateTo("0"))
                .extracting(Migration::script)
                .containsExactly("V1__create_one.sql", "V0__create_zero.sql");
        assertThat(project().tables()).containsExactly("flyway_schema_history", "jets_metadata");
        assertThat(Migrator.isNothing("0")).isTrue();
        assertThat(Migrator.isNothing("0.1")).isFalse();
    }

    @Test
    default void plansTheWayToAVersion() {
        project().withTable("1", "a").withTable("2", "b").withTable("3", "c");
        assertThat(scripts(project().migrator().planTo("2"))).containsExactly("V1__create_a.sql", "V2__create_b.sql");
        project().migrator().migrate();
        assertThat(scripts(project().migrator().planTo("1"))).containsExactly("U3__create_c.sql", "U2__create_b.sql");
        assertThat(project().versions()).containsExactly("1", "2", "3");
    }

    private static List<String> scripts(List<PlannedMigration> plan) {
        return plan.stream().map(planned -> planned.migration().script()).toList();
    }
}
