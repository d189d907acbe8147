package com.javaonjets.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would run, as text. */
final class Plan {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> placeholders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param placeholders their names' case does not matter, as to Flyway */
    Plan(Map<String, String> placeholders) {
        this.placeholders.putAll(placeholders);
    }

    List<PlannedMigration> of(List<Migration> migrations, List<Script> scripts) {
        return migrations.stream()
                .map(migration -> scripts.stream()
                        .filter(script -> script.file().script().equals(migration.script()))
                        .findFirst()
                        .map(this::planned)
                        .orElseGet(() ->
                                new PlannedMigration(migration, "-- the Java class " + migration.script() + "\n")))
                .toList();
    }

    private PlannedMigration planned(Script script) {
        MigrationFile file = script.file();
        return new PlannedMigration(file.migration(), filledIn(file.text()));
    }

    /** What is left as it stands is Flyway's own, such as {@code ${flyway:user}}, or meant as it is. */
    private String filledIn(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(placeholders.getOrDefault(match.group(1), match.group())));
    }
}
