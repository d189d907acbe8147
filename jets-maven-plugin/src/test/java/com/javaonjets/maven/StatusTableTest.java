package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.migration.Migration;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.MigrationStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    @Test
    void alignsWhatIsAppliedAndWhatIsPending() {
        assertThat(String.join(
                        "\n",
                        StatusTable.lines(List.of(
                                applied("20260101000000", "create posts", State.UP),
                                applied("1.2", "add a long description to people", State.MISSING),
                                pending(Optional.of("20260102000000"), "create comments"),
                                pending(Optional.empty(), "titles")))))
                .isEqualTo("""
                        Status   Version         Name                              Applied at (UTC)     By
                        -------  --------------  --------------------------------  -------------------  ----
                        up       20260101000000  Create posts                      2026-01-02 03:04:05  jets
                        NO FILE  1.2             Add a long description to people  2026-01-02 03:04:05  jets
                        down     20260102000000  Create comments
                        down     repeatable      Titles""");
    }

    @Test
    void hasItsHeadingsAloneWithoutMigrations() {
        assertThat(StatusTable.lines(List.of()))
                .containsExactly(
                        "Status  Version  Name  Applied at (UTC)  By", "------  -------  ----  ----------------  --");
    }

    private static MigrationStatus applied(String version, String description, State state) {
        Migration migration = new Migration(Optional.of(version), description, "V" + version + "__x.sql");
        return new MigrationStatus(
                migration, state, Optional.of(Instant.parse("2026-01-02T03:04:05.6Z")), Optional.of("jets"));
    }

    private static MigrationStatus pending(Optional<String> version, String description) {
        return new MigrationStatus(
                new Migration(version, description, "x.sql"), State.DOWN, Optional.empty(), Optional.empty());
    }
}
