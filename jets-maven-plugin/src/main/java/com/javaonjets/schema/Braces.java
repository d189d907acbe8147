package com.javaonjets.schema;

import com.javaonjets.JetsException;
import com.javaonjets.schema.TypeSpec.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the braces behind a type.
 *
 * @param field the whole field, for messages
 * @param word the type before the braces
 */
record Braces(String field, String word, Optional<String> options) {

    private static final Pattern SEPARATOR = Pattern.compile("[,.-]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("(\\d+)[,.-](\\d+)");

    /** Longer numbers need not fit a long. */
    private static final int MOST_DIGITS = 18;

    /** {@code index} and {@code foreign_key} ask for what a reference has anyway. */
    private static final Set<String> OF_REFERENCES = Set.of("polymorphic", "index", "foreign_key");

    /** Whether a reference is a polymorphic one. */
    boolean polymorphic() {
        List<String> flags =
                options.map(text -> Arrays.asList(SEPARATOR.split(text, -1))).orElse(List.of());
        flags.stream().filter(flag -> !OF_REFERENCES.contains(flag)).findFirst().ifPresent(flag -> {
            throw unknown(flag, "references{polymorphic}");
        });
        if (flags.contains("polymorphic") && flags.contains("foreign_key")) {
            throw new JetsException(
                    "the field '" + field + "' asks for a foreign key and for polymorphic, which points to"
                            + " more than one table; leave one of the two out");
        }
        return flags.contains("polymorphic");
    }

    /** Hands its argument through where there are no braces. */
    String absent(String name) {
        options.ifPresent(text -> {
            throw unknown(text, "no options for " + word);
        });
        return name;
    }

    TypeSpec type(ColumnType type) {
        return options.map(text -> switch (type) {
                    case STRING, INTEGER -> number(type, text);
                    case TEXT, BINARY ->
                        size(text).map(size -> TypeSpec.sized(type, size)).orElseGet(() -> number(type, text));
                    case DECIMAL -> decimal(text);
                    default -> throw unknown(text, "no options for " + word);
                })
                .orElseGet(() -> TypeSpec.of(type));
    }

    private TypeSpec number(ColumnType type, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw unknown(
                    text,
                    type == ColumnType.STRING || type == ColumnType.INTEGER
                            ? word + "{" + (type == ColumnType.STRING ? "80" : "8") + "}"
                            : word + "{65536}, " + word + "{tiny}, " + word + "{medium}, " + word + "{long}");
        }
        return TypeSpec.limited(type, value(text));
    }

    private static Optional<Size> size(String text) {
        return Arrays.stream(Size.values())
                .filter(size -> size.word().equals(text))
                .findFirst();
    }

    private TypeSpec decimal(String text) {
        Matcher matcher = DECIMAL.matcher(text);
        if (!matcher.matches()) {
            throw unknown(text, "decimal{10,2}, which is ten digits, two of them after the point");
        }
        return TypeSpec.decimal(value(matcher.group(1)), value(matcher.group(2)));
    }

    private long value(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new JetsException("the number " + digits + " in the field '" + field + "' is out of every range; "
                    + "write a smaller one");
        }
        return Long.parseLong(digits);
    }

    private JetsException unknown(String found, String supported) {
        return new JetsException(
                "unknown option '" + found + "' in the field '" + field + "'; supported: " + supported);
    }
}
