package com.javaonjets.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A column's type with what its braces say: {@code string{80}}, {@code decimal{10,2}}, {@code text{medium}}.
 *
 * @param limit characters of a string, bytes of a text, binary or integer, digits of a decimal
 * @param scale digits after the decimal point
 * @param size MySQL's word for the size of a text or binary
 */
record TypeSpec(ColumnType type, OptionalLong limit, OptionalLong scale, Optional<Size> size) {

    /** MySQL's text and blob types other than the plain one. */
    enum Size {
        TINY,
        MEDIUM,
        LONG;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static TypeSpec of(ColumnType type) {
        return new TypeSpec(type, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    static TypeSpec limited(ColumnType type, long limit) {
        return new TypeSpec(type, OptionalLong.of(limit), OptionalLong.empty(), Optional.empty());
    }

    static TypeSpec sized(ColumnType type, Size size) {
        return new TypeSpec(type, OptionalLong.empty(), OptionalLong.empty(), Optional.of(size));
    }

    static TypeSpec decimal(long precision, long scale) {
        return new TypeSpec(ColumnType.DECIMAL, OptionalLong.of(precision), OptionalLong.of(scale), Optional.empty());
    }

    /** As the field syntax writes it. */
    @Override
    public String toString() {
        if (scale.isPresent()) {
            return type.word() + "{" + limit.orElseThrow() + "," + scale.getAsLong() + "}";
        }
        if (limit.isPresent()) {
            return type.word() + "{" + limit.getAsLong() + "}";
        }
        return type.word() + size.map(word -> "{" + word.word() + "}").orElse("");
    }
}
