package com.javaonjets.schema;

import java.util.List;

/** One index, under the name that ActiveRecord gives it. */
record IndexSpec(String name, List<String> columns, boolean unique) {

    /** From here on ActiveRecord shortens; the databases would allow one or two characters more. */
    private static final int LONGEST_NAME = 62;

    IndexSpec {
        columns = List.copyOf(columns);
    }

    /** An index over columns; where {@code index_<table>_on_<columns>} is too long, its name ends in a hash of that. */
    static IndexSpec on(String table, List<String> columns, boolean unique) {
        String name = "index_" + table + "_on_" + String.join("_and_", columns);
        return new IndexSpec(name.length() <= LONGEST_NAME ? name : shortened(name, columns), columns, unique);
    }

    private static String shortened(String name, List<String> columns) {
        String suffix = "_" + Hash.of(name);
        String start = "idx_on_" + String.join("_", columns);
        return start.substring(0, Math.min(start.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
}
