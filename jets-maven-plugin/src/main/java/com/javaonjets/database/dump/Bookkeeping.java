package com.javaonjets.database.dump;

import com.javaonjets.migration.Migrator;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that belong to the history of one database and not to its schema. */
public final class Bookkeeping {

    static final Set<String> TABLES = Migrator.TABLES;

    private Bookkeeping() {}

    /** As the inside of an SQL {@code IN}. */
    public static String sqlList() {
        return TABLES.stream().sorted().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
    }
}
