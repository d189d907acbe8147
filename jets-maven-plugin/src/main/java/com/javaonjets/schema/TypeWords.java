package com.javaonjets.schema;

import com.javaonjets.JetsException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for types that a database understands, and the one that was meant where it does not. */
record TypeWords(Dialect dialect) {

    private static final List<String> SHORTHANDS = List.of("references", "belongs_to", "digest", "token");

    /** Words of SQL and Java for what Rails calls otherwise. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("varchar", "string"),
            Map.entry("char", "string"),
            Map.entry("enum", "string"),
            Map.entry("int", "integer"),
            Map.entry("smallint", "integer{2}"),
            Map.entry("tinyint", "integer{1}"),
            Map.entry("long", "bigint"),
            Map.entry("serial", "bigint"),
            Map.entry("double", "float"),
            Map.entry("real", "float"),
            Map.entry("numeric", "decimal"),
            Map.entry("number", "decimal"),
            Map.entry("bigdecimal", "decimal"),
            Map.entry("bool", "boolean"),
            Map.entry("localdatetime", "datetime"),
            Map.entry("instant", "datetime"),
            Map.entry("localdate", "date"),
            Map.entry("localtime", "time"),
            Map.entry("bytea", "binary"),
            Map.entry("varbinary", "binary"),
            Map.entry("mediumtext", "text{medium}"),
            Map.entry("longtext", "text{long}"),
            Map.entry("reference", "references"));

    private static final int NEAR = 2;

    /** @throws JetsException if the word is no type, or no type of this database */
    ColumnType type(String word, String field) {
        ColumnType type = ColumnType.of(word).orElseThrow(() -> unknown(word, field));
        if (!dialect.types().contains(type)) {
            throw lacking(type, field);
        }
        return type;
    }

    private JetsException lacking(ColumnType type, String field) {
        return new JetsException("the type '" + type.word() + "' in the field '" + field + "' is not one of "
                + dialect.name() + "'s; "
                + dialect.substitute(type)
                        .map(word -> "write '" + word + "' instead")
                        .orElse(supported()));
    }

    private JetsException unknown(String word, String field) {
        return new JetsException("unknown type '" + word + "' in the field '" + field + "'; "
                + meant(word).map(near -> "did you mean '" + near + "'? ").orElse("") + supported());
    }

    private String supported() {
        return "types on " + dialect.name() + ": " + words().collect(Collectors.joining(", "));
    }

    private Stream<String> words() {
        return Stream.concat(dialect.types().stream().map(ColumnType::word), SHORTHANDS.stream());
    }

    private Optional<String> meant(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String synonym = SYNONYMS.get(lower);
        return synonym != null
                ? Optional.of(synonym)
                : words().filter(candidate -> distance(lower, candidate) <= NEAR)
                        .min(Comparator.comparingInt(candidate -> distance(lower, candidate)));
    }

    /** How many letters have to be put in, left out or changed to make one word of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
