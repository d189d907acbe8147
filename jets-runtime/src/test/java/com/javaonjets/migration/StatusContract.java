package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.javaonjets.migration.MigrationStatus.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

interface StatusContract {

    MigrationProject project();

    @Test
    default void listsEverythingAsDownAndMakesNothingWhereThereIsNoHistory() {
        project().withTable("2", "b").withTable("1", "a").with("R__r.sql", "select 1;");
        assertThat(lines()).containsExactly("DOWN V1__create_a.sql", "DOWN V2__create_b.sql", "DOWN R__r.sql");
        assertThat(project().migrator().version()).isEmpty();
        assertThat(project().tables()).isEmpty();
    }

    @Test
    default void saysWhereEachMigrationStands() {
        project()
                .withTable("1", "a")
                .withTable("2", "b")
                .withTable("3", "c")
                .migrator()
                .migrate();
        project().remove("V2__create_b.sql");
        project().with("V3__create_c.sql", "create table changed (id int);").withTable("4", "d");
        assertThat(lines())
                .containsExactly(
                        "UP V1__create_a.sql",
                        "MISSING V2__create_b.sql",
                        "CHANGED V3__create_c.sql",
                        "DOWN V4__create_d.sql");
        assertThat(project().migrator().version()).contains("3");
    }

    @Test
    default void saysWhenAndByWhomInUtc() {
        project().withTable("1", "a").withTable("2", "b").migrator().migrateTo("1");
        List<MigrationStatus> statuses = project().migrator().status();
        assertThat(statuses.get(0).appliedAt().orElseThrow()).isCloseTo(Instant.now(), within(2, ChronoUnit.MINUTES));
        assertThat(statuses.get(0).appliedBy()).contains("app");
        assertThat(statuses.get(1).appliedAt()).isEmpty();
        assertThat(statuses.get(1).appliedBy()).isEmpty();
    }

    @Test
    default void countsWhatIsNotNewerThanTheBaselineAsUp() {
        project().migrator().baseline("2");
        project().withTable("1", "a").withTable("2", "b").withTable("3", "c");
        assertThat(lines()).containsExactly("UP V1__create_a.sql", "UP V2__create_b.sql", "DOWN V3__create_c.sql");
        assertThat(project().migrator().version()).contains("2");
    }

    @Test
    default void skipsWhatABaselineFileReplaces() {
        project()
                .withTable("1", "a")
                .with("B2__all.sql", "create table a (id int);")
                .withTable("3", "c");
        assertThat(lines()).containsExactly("SKIPPED V1__create_a.sql", "DOWN B2__all.sql", "DOWN V3__create_c.sql");
        project().migrator().migrate();
        assertThat(lines()).containsExactly("UP V1__create_a.sql", "UP B2__all.sql", "UP V3__create_c.sql");
    }

    @Test
    default void listsARepeatableMigrationOnce() {
        project().with("R__r.sql", "select 1;").migrator().migrate();
        project().with("R__r.sql", "select 2;");
        assertThat(lines()).containsExactly("DOWN R__r.sql");
        project().migrator().migrate();
        assertThat(lines()).containsExactly("UP R__r.sql");
    }

    private List<String> lines() {
        return project().migrator().status().stream()
                .map(status -> status.state() + " " + status.migration().script())
                .toList();
    }

    @Test
    default void putsAChangedMigrationRight() {
        project().withTable("1", "a").migrator().migrate();
        project().with("V1__create_a.sql", "create table a (id int primary key, name text);");
        assertThat(project().migrator().repair())
                .extracting(MigrationStatus::state)
                .containsExactly(State.CHANGED);
        assertThat(lines()).containsExactly("UP V1__create_a.sql");
        assertThat(project().migrator().repair()).isEmpty();
    }

    @Test
    default void repairsNothingOfAMissingMigration() {
        project().withTable("1", "a").withTable("2", "b").migrator().migrate();
        project().remove("V2__create_b.sql");
        project().with("V1__create_a.sql", "select 1;").migrator().repair();
        assertThat(lines()).containsExactly("UP V1__create_a.sql", "MISSING V2__create_b.sql");
    }
}
