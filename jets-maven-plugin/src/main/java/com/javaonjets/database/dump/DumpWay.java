package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a schema is read from its database. */
public enum DumpWay {
    /** By the database's own program: pg_dump, mysqldump or mariadb-dump. */
    PROGRAM,
    /** By queries of the catalog, which need no program. */
    QUERIES;

    static Optional<DumpWay> find(String text) {
        return Arrays.stream(values())
                .filter(way -> way.toString().equals(text))
                .findFirst();
    }

    /**
     * The way that {@code -Djets.dump} names.
     *
     * @throws JetsException if it names none
     */
    public static DumpWay fromString(String text) {
        return find(text)
                .orElseThrow(() -> new JetsException(
                        "jets.dump is '" + text + "'; expected program or queries, or nothing at all"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
