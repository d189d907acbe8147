package com.javaonjets.migration;

/**
 * A pending migration and what it would run.
 *
 * @param sql the text of its file, the project's placeholders filled in
 */
public record PlannedMigration(Migration migration, String sql) {}
