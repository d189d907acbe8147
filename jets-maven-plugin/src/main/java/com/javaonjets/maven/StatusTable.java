package com.javaonjets.maven;

import com.javaonjets.migration.MigrationStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The migrations of a database as a table of text. */
final class StatusTable {

    private static final List<String> HEADINGS = List.of("Status", "Version", "Name", "Applied at (UTC)", "By");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private StatusTable() {}

    static List<String> lines(List<MigrationStatus> statuses) {
        return lines(statuses, Style.PLAIN);
    }

    static List<String> lines(List<MigrationStatus> statuses, Style style) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        statuses.forEach(status -> rows.add(row(status)));
        List<Integer> widths = widths(rows);
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        for (int i = 0; i < statuses.size(); i++) {
            lines.set(i + 1, coloured(lines.get(i + 1), statuses.get(i).state(), style));
        }
        lines.add(1, widths.stream().map("-"::repeat).collect(Collectors.joining("  ")));
        return lines;
    }

    private static List<String> row(MigrationStatus status) {
        return List.of(
                word(status.state()),
                status.migration().version().orElse("repeatable"),
                sentence(status.migration().description()),
                status.appliedAt().map(TIME::format).orElse(""),
                status.appliedBy().orElse(""));
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String word(MigrationStatus.State state) {
        return switch (state) {
            case UP -> "up";
            case DOWN -> "down";
            case MISSING -> "NO FILE";
            case CHANGED -> "CHANGED";
            case FAILED -> "FAILED";
            case INTERRUPTED -> "INTERRUPTED";
            case SKIPPED -> "skipped";
        };
    }

    /** The word of the state, which begins the line. */
    private static String coloured(String line, MigrationStatus.State state, Style style) {
        String word = word(state);
        String styled = switch (state) {
            case UP -> style.success(word);
            case DOWN, SKIPPED -> style.warning(word);
            case MISSING, CHANGED, FAILED, INTERRUPTED -> style.failure(word);
        };
        return styled + line.substring(word.length());
    }

    private static List<Integer> widths(List<List<String>> rows) {
        return IntStream.range(0, HEADINGS.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
