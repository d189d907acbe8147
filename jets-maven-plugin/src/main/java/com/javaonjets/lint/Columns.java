package com.javaonjets.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the statements before one say of a column's type. The newest that defines it counts. */
final class Columns {

    private final List<String> earlier;
    private final Definitions definitions;

    /** @param earlier the statements before, oldest first */
    Columns(List<String> earlier, Definitions definitions) {
        this.earlier = earlier;
        this.definitions = definitions;
    }

    /** @param table and the column as {@link Names#key} has them */
    Optional<String> type(String table, String column) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            String sql = earlier.get(i);
            if (mentions(sql, table) && mentions(sql, column)) {
                Optional<String> type = definitions.type(sql, table, column);
                if (type.isPresent()) {
                    return type;
                }
            }
        }
        return Optional.empty();
    }

    /** Parsing is dear: most statements are not of this table. */
    private static boolean mentions(String sql, String name) {
        return sql.toLowerCase(Locale.ROOT).contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** How to find a column's definition in a statement. */
    interface Definitions {

        Optional<String> type(String sql, String table, String column);
    }
}
