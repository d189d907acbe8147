package com.javaonjets.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, its columns aligned. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(Object... headings) {
        add(headings);
        add(Arrays.stream(headings).map(heading -> "---").toArray());
    }

    void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    static String decimals(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                text.append(String.format(Locale.ROOT, "| %-" + width(column) + "s ", row.get(column)));
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }
}
