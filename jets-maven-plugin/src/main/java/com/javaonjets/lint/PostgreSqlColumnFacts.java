package com.javaonjets.lint;

import static com.javaonjets.lint.PostgreSqlRules.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnConstraintContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnConstraintOptionContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.FuncNameContext;

/** What a column's definition says. */
record PostgreSqlColumnFacts(ColumnDefinitionContext definition) {

    private static final Set<String> SERIALS =
            Set.of("serial", "bigserial", "smallserial", "serial4", "serial8", "serial2");

    /** Functions with one answer throughout a statement, so that all rows share it and none is written. */
    private static final Set<String> STEADY = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "timezone",
            "date_trunc",
            "to_timestamp",
            "make_date",
            "make_interval",
            "make_timestamp",
            "lower",
            "upper",
            "coalesce",
            "concat",
            "length",
            "round",
            "abs",
            "floor",
            "ceil",
            "jsonb_build_object",
            "json_build_object",
            "jsonb_build_array",
            "json_build_array",
            "to_json",
            "to_jsonb",
            "to_char",
            "current_setting",
            "array_fill",
            "md5",
            "encode",
            "decode",
            "repeat");

    String name() {
        return Tree.text(definition.columnName());
    }

    String type() {
        return Tree.text(definition.dataType());
    }

    String typeKey() {
        return key(definition.dataType());
    }

    String typeAndCollation() {
        return definition.collateClause() == null ? type() : type() + " " + Tree.text(definition.collateClause());
    }

    /** The type of what a serial or an identity numbers. */
    String countedType() {
        return switch (typeKey()) {
            case "serial", "serial4" -> "integer";
            case "bigserial", "serial8" -> "bigint";
            case "smallserial", "serial2" -> "smallint";
            default -> type();
        };
    }

    List<ColumnConstraintContext> constraints() {
        return definition.columnConstraint();
    }

    boolean isCounted() {
        return SERIALS.contains(typeKey()) || has(option -> option.IDENTITY() != null);
    }

    boolean isStored() {
        return has(option -> option.STORED() != null);
    }

    /** The expression of a stored column. */
    String computation() {
        return "("
                + Tree.text(
                        option(option -> option.STORED() != null).orElseThrow().aExpr()) + ")";
    }

    boolean isNotNull() {
        return has(PostgreSqlColumnFacts::isNotNull) || isPrimary();
    }

    static boolean isNotNull(ColumnConstraintOptionContext option) {
        return option.NOT() != null && option.NULL() != null;
    }

    boolean isUnique() {
        return has(option -> option.UNIQUE() != null) || isPrimary();
    }

    boolean isPrimary() {
        return has(option -> option.primaryKey() != null);
    }

    Optional<ColumnConstraintOptionContext> check() {
        return option(option -> option.checkOption() != null);
    }

    /** Its default, if that is not null. */
    Optional<ColumnConstraintOptionContext> filled() {
        return option(option -> option.DEFAULT() != null
                && option.defaultExpr() != null
                && !Tree.words(option.defaultExpr()).equals("null"));
    }

    /** Whether all rows that are there get one and the same value. */
    boolean isSteady() {
        return filled().isPresent() && !isUnsteady();
    }

    /** Whether the default may differ from row to row. */
    boolean isUnsteady() {
        return filled().stream()
                .flatMap(option -> Tree.all(option.defaultExpr(), FuncNameContext.class).stream())
                .anyMatch(function -> !STEADY.contains(key(function)));
    }

    private boolean has(Predicate<ColumnConstraintOptionContext> kind) {
        return option(kind).isPresent();
    }

    private Optional<ColumnConstraintOptionContext> option(Predicate<ColumnConstraintOptionContext> kind) {
        return definition.columnConstraint().stream()
                .map(ColumnConstraintContext::columnConstraintOption)
                .filter(kind)
                .findFirst();
    }
}
