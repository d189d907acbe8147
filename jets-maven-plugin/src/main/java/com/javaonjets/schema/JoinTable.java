package com.javaonjets.schema;

import com.javaonjets.JetsException;
import com.javaonjets.schema.FieldSpec.IndexKind;
import com.javaonjets.schema.FieldSpec.Plain;
import com.javaonjets.schema.FieldSpec.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table between two others, as {@code create_join_table} of ActiveRecord makes it: two bigint columns, no
 * {@code id}, no timestamps, and indexes over both columns where a field asks for one.
 *
 * <p>A field of type references gets a foreign key and an index of its own besides. Rails' generator writes a migration
 * for such a field too, but it fails, since it defines the column twice.
 */
final class JoinTable {

    /** The types that a person may write for a column that is a bigint in any case; string is what no type means. */
    private static final Set<ColumnType> IGNORED = Set.of(ColumnType.STRING, ColumnType.INTEGER, ColumnType.BIGINT);

    /** {@code music_artists} and {@code music_records} share a beginning, which the join table bears once. */
    private static final Pattern SHARED_BEGINNING = Pattern.compile("(.*_)(.+) \\1(.+)");

    private JoinTable() {}

    static TableSpec of(FieldSpec first, FieldSpec second) {
        String name = name(table(first), table(second));
        List<FieldSpec> sides = List.of(first, second);
        List<ColumnSpec> columns = sides.stream()
                .map(side -> ColumnSpec.required(column(side), ColumnType.BIGINT))
                .toList();
        return new TableSpec(
                name,
                columns,
                Stream.concat(index(name, first, second).stream(), index(name, second, first).stream())
                        .toList(),
                sides.stream().flatMap(side -> foreignKey(name, side).stream()).toList());
    }

    private static String name(String one, String other) {
        String both =
                Stream.of(one, other).sorted().reduce((a, b) -> a + " " + b).orElseThrow();
        return SHARED_BEGINNING.matcher(both).replaceFirst("$1$2_$3").replace(' ', '_');
    }

    private static String table(FieldSpec side) {
        refuseOtherTypes(side);
        return Inflections.plural(
                side.name().endsWith("_id")
                        ? side.name().substring(0, side.name().length() - "_id".length())
                        : side.name());
    }

    private static String column(FieldSpec side) {
        return Inflections.singular(table(side)) + "_id";
    }

    private static Optional<IndexSpec> index(String table, FieldSpec side, FieldSpec other) {
        if (side instanceof Reference reference) {
            return Optional.of(IndexSpec.on(table, List.of(column(side)), reference.kind() == IndexKind.UNIQUE));
        }
        IndexKind kind = ((Plain) side).kind();
        return kind == IndexKind.NONE
                ? Optional.empty()
                : Optional.of(IndexSpec.on(table, List.of(column(side), column(other)), kind == IndexKind.UNIQUE));
    }

    private static Optional<ForeignKeySpec> foreignKey(String table, FieldSpec side) {
        return side instanceof Reference
                ? Optional.of(ForeignKeySpec.from(table, column(side), table(side)))
                : Optional.empty();
    }

    private static void refuseOtherTypes(FieldSpec side) {
        boolean plain = side instanceof Plain field
                && IGNORED.stream().map(TypeSpec::of).anyMatch(field.type()::equals);
        if (!plain && !(side instanceof Reference)) {
            throw new JetsException(
                    "the field '" + side.name() + "' of a join table has a type of its own; its columns are"
                            + " bigint: write '" + side.name() + "', '" + side.name() + ":index' or '" + side.name()
                            + ":references'");
        }
    }
}
