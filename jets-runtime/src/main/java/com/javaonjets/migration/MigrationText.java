package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A migration's file as it is read, without a look at any database.
 *
 * @param text of the file, as it stands there
 * @param statements as they would go to the server, placeholders filled in
 */
public record MigrationText(Migration migration, Path path, String text, List<Statement> statements) {

    /** Copies the list. */
    public MigrationText {
        statements = List.copyOf(statements);
    }

    /**
     * Whether its version is newer than another, or it is repeatable and has none.
     *
     * @throws JetsException if the other is not a version
     */
    public boolean isNewerThan(String version) {
        MigrationVersion other = Migrator.version(version);
        return migration
                .version()
                .map(own -> MigrationVersion.fromVersion(own).compareTo(other) > 0)
                .orElse(true);
    }

    /**
     * One statement, with the comments that stand before it.
     *
     * @param line where its first word stands in the file, from 1
     * @param inTransaction whether the server lets it run in a transaction
     */
    public record Statement(int line, String sql, boolean inTransaction) {}
}
