package com.javaonjets.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A column's type.
 *
 * @param name lower case, by the one of its names that is in use here, with what follows the lengths
 * @param lengths the numbers in the parentheses
 */
record SqlType(String name, List<Integer> lengths) {

    private static final Map<String, String> ONE_NAME = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("int4", "integer"),
            Map.entry("int", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("decimal", "numeric"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time without time zone", "time"),
            Map.entry("bit varying", "varbit"));

    SqlType {
        lengths = List.copyOf(lengths);
    }

    /** Reads a type's own words, which have no strings in them save those of an enum's. */
    static SqlType of(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')', Math.max(open, 0));
        if (open < 0 || close < 0 || !isNumbers(text.substring(open + 1, close))) {
            return new SqlType(oneName(text), List.of());
        }
        List<Integer> lengths = Arrays.stream(text.substring(open + 1, close).split(",", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        return new SqlType(oneName(text.substring(0, open) + " " + text.substring(close + 1)), lengths);
    }

    private static boolean isNumbers(String text) {
        return !text.isBlank() && text.chars().allMatch(c -> Character.isDigit(c) || c == ',' || c == ' ');
    }

    private static String oneName(String text) {
        String words =
                text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).replace("\"", "");
        return ONE_NAME.getOrDefault(words, words);
    }

    int length() {
        return lengths.isEmpty() ? Integer.MAX_VALUE : lengths.get(0);
    }
}
