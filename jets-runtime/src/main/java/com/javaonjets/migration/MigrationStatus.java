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
        /** Applied, its file unchanged. */
        UP,
        /** Pending. */
        DOWN,
        /** Applied, its file missing. */
        MISSING,
        /** Applied, its file changed since. */
        CHANGED,
        /** Failed half-way, on a database whose DDL cannot be rolled back. */
        FAILED
    }
}
