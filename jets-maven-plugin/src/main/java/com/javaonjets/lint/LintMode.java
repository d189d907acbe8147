package com.javaonjets.lint;

import com.javaonjets.JetsException;
import java.util.Locale;

/** What becomes of findings. */
public enum LintMode {
    /** Nothing is looked at. */
    OFF,
    /** They are printed. */
    WARN,
    /** They are printed, and end the goal. */
    ERROR;

    /**
     * The mode of that name.
     *
     * @throws JetsException if there is none
     */
    public static LintMode of(String word) {
        for (LintMode mode : values()) {
            if (mode.word().equalsIgnoreCase(word)) {
                return mode;
            }
        }
        throw new JetsException("jets.lint is '" + word + "'; expected off, warn or error");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
