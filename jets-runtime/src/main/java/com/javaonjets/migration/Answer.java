package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.util.Arrays;
import java.util.Locale;

/** What a person says of a migration that was interrupted, when the next run cannot know how to go on. */
public enum Answer {
    /** The statement has happened. */
    DONE,
    /** The statement has not happened, and is to run. */
    UNDONE,
    /** What was applied of the migration is taken back; it begins anew. */
    RESTART;

    /**
     * The answer that a word means.
     *
     * @throws JetsException if it is none of the words {@code done}, {@code undone}, {@code restart}
     */
    public static Answer of(String word) {
        return Arrays.stream(values())
                .filter(answer -> answer.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new JetsException(
                                "unknown answer '" + word
                                        + "' in -Djets.interrupted; expected done, undone or restart; mvn jets:db-repair without it says what is asked"));
    }
}
