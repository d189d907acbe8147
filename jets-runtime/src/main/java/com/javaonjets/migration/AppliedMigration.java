package com.javaonjets.migration;

import java.util.Optional;

/**
 * A migration that counts as applied, as the database's history has it. It needs no file.
 *
 * @param version empty for a repeatable migration
 * @param description the words of the file's name, such as {@code create posts}
 * @param type Flyway's name for what it is, such as {@code SQL}
 * @param script the file's name below its folder
 * @param checksum of the file when it was applied, by Flyway's reckoning; empty where the type has none
 */
public record AppliedMigration(
        Optional<String> version, String description, String type, String script, Optional<Integer> checksum) {}
