package com.javaonjets.migration;

import java.util.Optional;

/** Spares round trips of Flyway's that cannot change anything. Not thread-safe. */
interface Shortcuts {

    /** Takes none. */
    Shortcuts NONE = new Shortcuts() {

        @Override
        public Optional<String> instead(String sql) {
            return Optional.of(sql);
        }

        @Override
        public void touched() {}
    };

    /** What is to be prepared in place of a statement; empty if it has nothing to do and nothing to find. */
    Optional<String> instead(String sql);

    /** Told that something else than what Flyway prepares may have changed the session. */
    void touched();
}
