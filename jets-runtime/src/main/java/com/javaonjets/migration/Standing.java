package com.javaonjets.migration;

import static java.util.stream.Collectors.toSet;

import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where each migration stands: what the history says of it, and what an interrupted run has left. Writes nothing. */
record Standing(Run run) {

    /** What a run records that is under way looks like what one has left, so the lock tells them apart. */
    List<MigrationStatus> statuses() throws SQLException {
        if (run.dialect().rollsBackDdl() || Records.of(run.history()).all().isEmpty()) {
            return run.inventory().statuses(run.history());
        }
        Optional<MigrationLock> free = MigrationLock.takeIfFree(run.history());
        if (free.isEmpty()) {
            return run.inventory().statuses(run.history());
        }
        try (MigrationLock lock = free.get()) {
            return lock.during(this::withInterrupted);
        }
    }

    private List<MigrationStatus> withInterrupted() throws SQLException {
        Inventory inventory = run.inventory();
        Set<String> left = Interruptions.left(
                        inventory, Records.of(run.history()).all())
                .stream()
                .map(Recorded::migration)
                .collect(toSet());
        return inventory.statuses(run.history()).stream()
                .map(status -> isInterrupted(status, left) ? status.in(State.INTERRUPTED) : status)
                .toList();
    }

    private static boolean isInterrupted(MigrationStatus status, Set<String> left) {
        String migration = Interruptions.migration(status.migration());
        return switch (status.state()) {
            case DOWN -> left.contains(migration);
            case UP, MISSING, CHANGED -> left.contains("U" + migration.substring(1));
            case FAILED, INTERRUPTED, SKIPPED -> false;
        };
    }
}
