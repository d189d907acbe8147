package com.javaonjets.generate;

import java.nio.file.Path;
import java.util.List;

/**
 * A migration that was written.
 *
 * @param up the file that {@code db-migrate} applies
 * @param down the file beside it that {@code db-rollback} applies
 * @param notes what the author should know of it, in sentences; mostly none
 */
public record GeneratedMigration(Path up, Path down, List<String> notes) {

    public GeneratedMigration {
        notes = List.copyOf(notes);
    }
}
