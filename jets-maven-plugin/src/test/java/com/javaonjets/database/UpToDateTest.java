package com.javaonjets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.migration.Migration;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.MigrationStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpToDateTest {

    private static final DatabaseConfig PRIMARY = DatabaseConfig.builder(
                    Environment.DEVELOPMENT, Adapter.POSTGRESQL, "blog_development")
            .build();

    private static final DatabaseConfig ANALYTICS = DatabaseConfig.builder(
                    Environment.TEST, Adapter.MYSQL, "blog_analytics_test")
            .name("analytics")
            .build();

    @Test
    void agreesWithWhatIsAppliedOrNotNeeded() {
        UpToDate.require(List.of(
                new UpToDate(PRIMARY, List.of(status(State.SKIPPED, "V1__a.sql"), status(State.UP, "B2__b.sql")))));
    }

    @Test
    void listsWhatIsWrongInEachDatabaseAndWhatToRun() {
        UpToDate primary = new UpToDate(
                PRIMARY,
                List.of(
                        status(State.UP, "V1__a.sql"),
                        status(State.DOWN, "V2__b.sql"),
                        status(State.DOWN, "V3__c.sql")));
        UpToDate analytics = new UpToDate(
                ANALYTICS,
                List.of(
                        status(State.MISSING, "V1__x.sql"),
                        status(State.CHANGED, "V2__y.sql"),
                        status(State.FAILED, "V3__z.sql"),
                        status(State.DOWN, "R__r.sql")));
        assertThatThrownBy(() -> UpToDate.require(List.of(primary, analytics)))
                .isInstanceOf(JetsException.class)
                .hasMessage("""
                        blog_development (development) is not as its migrations say:
                          V2__b.sql is pending
                          V3__c.sql is pending
                          next: mvn jets:db-migrate
                        blog_analytics_test (test) is not as its migrations say:
                          V1__x.sql is applied, and its file is missing
                          V2__y.sql was changed after it was applied
                          V3__z.sql failed half-way
                          R__r.sql is pending
                          next: fetch the missing file from the branch or the commit that has it: that of an applied migration stays
                                restore the changed file, or, if the database has what it says now, mvn jets:db-repair -Djets.env=test -Ddb=analytics
                                correct the file behind what the failed one has left, then mvn jets:db-repair -Djets.env=test -Ddb=analytics and mvn jets:db-migrate -Djets.env=test -Ddb=analytics, which goes on from there; or take back by hand what it has left, then mvn jets:db-repair -Djets.env=test -Ddb=analytics -Djets.interrupted=restart
                                mvn jets:db-migrate -Djets.env=test -Ddb=analytics""");
    }

    @Test
    void tellsOfInterruptedOnesWhoseNextStepIsToLook() {
        UpToDate analytics = new UpToDate(
                ANALYTICS,
                List.of(
                        interrupted(Optional.of(Instant.EPOCH), "V1__x.sql"),
                        interrupted(Optional.empty(), "V2__y.sql")));
        String next =
                "mvn jets:db-repair -Djets.env=test -Ddb=analytics, which says what is done of the interrupted one, and how to go on";
        assertThatThrownBy(() -> UpToDate.require(List.of(analytics)))
                .isInstanceOf(JetsException.class)
                .hasMessage("""
                        blog_analytics_test (test) is not as its migrations say:
                          the rollback of V1__x.sql was interrupted half-way
                          V2__y.sql was interrupted half-way
                          next:\s""" + next);
        assertThatThrownBy(() -> analytics.requireNothingPending("db-seed"))
                .isInstanceOf(JetsException.class)
                .hasMessageEndingWith("  V2__y.sql\n  next: " + next + ", then again");
        assertThat(analytics.advice()).containsExactly("next: " + next);
    }

    @Test
    void advisesToMakeTheFirstMigration() {
        assertThat(new UpToDate(PRIMARY, List.of()).advice())
                .containsExactly("no migration yet; next: mvn jets:db-generate -Dname=create_posts"
                        + " -Dfields=\"title:string body:text\"");
        assertThat(new UpToDate(PRIMARY, List.of(status(State.UP, "V1__a.sql"), status(State.DOWN, "V2__b.sql")))
                        .advice())
                .isEmpty();
    }

    private static MigrationStatus interrupted(Optional<Instant> appliedAt, String script) {
        return new MigrationStatus(
                new Migration(Optional.empty(), "", script), State.INTERRUPTED, appliedAt, Optional.empty());
    }

    private static MigrationStatus status(State state, String script) {
        return new MigrationStatus(
                new Migration(Optional.empty(), "", script), state, Optional.empty(), Optional.empty());
    }
}
