package com.javaonjets.migration;

import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Every migration of a database, as its files and its history have it.
 *
 * @param entries those of versions first, oldest version first, then the repeatable ones
 */
record Inventory(List<Entry> entries) {

    /**
     * One migration.
     *
     * @param type of its row in the history, or of its file; Flyway's name
     * @param rank of its row in the history
     */
    record Entry(
            Migration migration,
            State state,
            Optional<MigrationVersion> version,
            String type,
            Optional<Integer> rank,
            Optional<String> appliedBy) {

        boolean applied() {
            return switch (state) {
                case UP, MISSING, CHANGED, FAILED -> rank.isPresent();
                case DOWN, INTERRUPTED, SKIPPED -> false;
            };
        }
    }

    static Inventory of(List<MigrationInfo> infos) {
        boolean hasBaseline = infos.stream().anyMatch(info -> isBaseline(info) && info.getInstalledRank() != null);
        return new Inventory(infos.stream()
                .flatMap(info -> entry(info, hasBaseline))
                .sorted(Comparator.comparing(
                        entry -> entry.version().orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList());
    }

    private static boolean isBaseline(MigrationInfo info) {
        return info.getType().isBaseline();
    }

    private static Stream<Entry> entry(MigrationInfo info, boolean hasBaseline) {
        return state(info, hasBaseline).stream()
                .map(state -> new Entry(
                        migration(info),
                        state,
                        Optional.ofNullable(info.getVersion()),
                        info.getType().name(),
                        Optional.ofNullable(info.getInstalledRank()),
                        Optional.ofNullable(info.getInstalledBy())));
    }

    /** Empty for rows of the history that a newer one has replaced, and for baseline files that a database has no use for. */
    private static Optional<State> state(MigrationInfo info, boolean hasBaseline) {
        if (isBaseline(info) && info.getInstalledRank() == null && info.getState() != MigrationState.PENDING) {
            return Optional.empty();
        }
        return switch (info.getState()) {
            case PENDING, ABOVE_TARGET, AVAILABLE -> Optional.of(State.DOWN);
            case SUCCESS, OUT_OF_ORDER, BASELINE -> Optional.of(isChanged(info) ? State.CHANGED : State.UP);
            case BELOW_BASELINE, BASELINE_IGNORED -> Optional.of(hasBaseline ? State.UP : State.SKIPPED);
            case MISSING_SUCCESS, FUTURE_SUCCESS -> Optional.of(State.MISSING);
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> Optional.of(State.FAILED);
            case IGNORED -> Optional.of(State.SKIPPED);
            case OUTDATED, SUPERSEDED, DELETED, UNDONE -> Optional.empty();
        };
    }

    private static boolean isChanged(MigrationInfo info) {
        return info.getVersion() != null && !info.getType().isSynthetic() && !info.isChecksumMatching();
    }

    static Migration migration(MigrationInfo info) {
        return new Migration(
                Optional.ofNullable(info.getVersion()).map(MigrationVersion::getVersion),
                info.getDescription(),
                info.getScript());
    }

    List<Entry> in(State state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    Inventory without(List<Entry> others) {
        return new Inventory(
                entries.stream().filter(entry -> !others.contains(entry)).toList());
    }

    /** Those of versions that the history has a row of, newest version first. */
    List<Entry> appliedNewestFirst() {
        return entries.stream()
                .filter(entry -> entry.version().isPresent() && entry.applied())
                .sorted(Comparator.comparing((Entry entry) -> entry.version().orElseThrow())
                        .reversed())
                .toList();
    }

    Optional<MigrationVersion> newestVersion() {
        return appliedNewestFirst().stream().findFirst().flatMap(Entry::version);
    }

    boolean hasRows() {
        return entries.stream().anyMatch(entry -> entry.rank().isPresent());
    }

    List<MigrationStatus> statuses(History history) throws SQLException {
        Map<Integer, Instant> moments = hasRows() ? history.appliedAt() : Map.of();
        return entries.stream()
                .filter(entry -> !entry.type().equals(CoreMigrationType.BASELINE.name()))
                .map(entry -> new MigrationStatus(
                        entry.migration(), entry.state(), entry.rank().map(moments::get), entry.appliedBy()))
                .toList();
    }

    /** Of whichever of Flyway's types of baseline. */
    static boolean isBaseline(Entry entry) {
        return entry.type().endsWith(CoreMigrationType.BASELINE.name());
    }
}
