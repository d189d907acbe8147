package com.javaonjets.migration;

import java.util.Locale;

/**
 * What is known of a statement of a migration that has begun.
 *
 * @param migration as {@link Parts#migration}
 * @param sql its text, cut at a sensible length
 */
record Recorded(String migration, int ordinal, int line, State state, String hash, String sql) {

    private static final int LENGTH = 2000;

    enum State {
        /** It was about to run; whether it has is not known. */
        INTENT,
        /** It stands, or does as soon as the record of it does. */
        DONE,
        /** Done, as its user said, though it does not show. */
        CONFIRMED,
        /** Its user said that it is to run as it is, whatever it relies on. */
        AGAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Recorded of(Parts parts, Part part, State state) {
        String sql = part.sql();
        return new Recorded(
                parts.migration(),
                part.ordinal(),
                part.line(),
                state,
                part.hash(),
                sql.length() <= LENGTH ? sql : sql.substring(0, LENGTH));
    }
}
