package com.javaonjets.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * Where one migration stands.
 *
 * @param appliedAt when it was applied, UTC; empty while it is pending
 * @param appliedBy the database user that applied it; empty while it is pending
 */
public record MigrationStatus(
        Migration migration, State state, Optional<Instant> appliedAt, Optional<String> appliedBy) {

    /** The states of a migration. */
    public enum State {
        /** Applied, its file unchanged; or not newer than the baseline. */
        UP,
        /** Pending. */
        DOWN,
        /** Applied, its file missing. */
        MISSING,
        /** Applied, its file changed since. */
        CHANGED,
        /** Failed half-way, where that could not be rolled back. */
        FAILED,
        /** Applied, or taken back, half-way by a run that has ended, where that could not be rolled back. */
        INTERRUPTED,
        /** Not needed in this database, since a {@code B} file replaces it. */
        SKIPPED
    }

    MigrationStatus in(State other) {
        return new MigrationStatus(migration, other, appliedAt, appliedBy);
    }
}
