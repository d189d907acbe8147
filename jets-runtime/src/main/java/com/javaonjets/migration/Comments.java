package com.javaonjets.migration;

import java.util.regex.Pattern;

/** Comments before the first word of a statement. */
final class Comments {

    /** MySQL runs what stands in a comment that opens with an exclamation mark: its opening alone is skipped. */
    private static final Pattern LEADING =
            Pattern.compile("\\A(\\s+|--[^\\n]*|#[^\\n]*|/\\*!\\d*|/\\*(?!!).*?\\*/)*+", Pattern.DOTALL);

    private Comments() {}

    static String skipped(String sql) {
        return LEADING.matcher(sql).replaceFirst("");
    }
}
