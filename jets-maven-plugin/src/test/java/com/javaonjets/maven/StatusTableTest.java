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
                                new MigrationStatus(
                                        new Migration(Optional.of("20260103000000"), "create tags", "x.sql"),
                                        State.INTERRUPTED,
                                        Optional.empty(),
                                        Optional.empty()),
                                pending(Optional.empty(), "titles")))))
                .isEqualTo("""
                        Status       Version         Name                              Applied at (UTC)     By
                        -----------  --------------  --------------------------------  -------------------  ----
                        up           20260101000000  Create posts                      2026-01-02 03:04:05  jets
                        NO FILE      1.2             Add a long description to people  2026-01-02 03:04:05  jets
                        down         20260102000000  Create comments
                        INTERRUPTED  20260103000000  Create tags
                        down         repeatable      Titles""");
    }

    @Test
    void hasItsHeadingsAloneWithoutMigrations() {
        assertThat(StatusTable.lines(List.of()))
                .containsExactly(
                        "Status  Version  Name  Applied at (UTC)  By", "------  -------  ----  ----------------  --");
    }

    @Test
    void coloursTheStateAndKeepsTheColumns() {
        List<MigrationStatus> statuses = List.of(
                applied("1", "create posts", State.UP),
                applied("2", "create tags", State.CHANGED),
                pending(Optional.of("3"), "create comments"));

        List<String> lines = StatusTable.lines(statuses, Style.COLOURED);

        assertThat(lines.get(2)).startsWith("\u001B[1;32mup\u001B[m       1");
        assertThat(lines.get(3)).startsWith("\u001B[1;31mCHANGED\u001B[m  2");
        assertThat(lines.get(4)).startsWith("\u001B[1;33mdown\u001B[m     3");
        assertThat(lines.stream().map(line -> line.replaceAll("\u001B\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(StatusTable.lines(statuses));
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
