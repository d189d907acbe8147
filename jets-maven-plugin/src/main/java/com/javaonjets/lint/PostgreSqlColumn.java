package com.javaonjets.lint;

import static com.javaonjets.lint.PostgreSqlRules.NAMES;
import static com.javaonjets.lint.PostgreSqlRules.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AddColumnSpecificationContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnConstraintContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnConstraintOptionContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.FuncNameContext;

/** A column added to a table that is in use. A reference is free: a column without values has none to check. */
final class PostgreSqlColumn {

    private static final Set<String> SERIALS = Set.of("serial", "bigserial", "smallserial", "serial4", "serial8", "serial2");

    /** Functions with one answer throughout a statement, so that all rows share it and none is written. */
    private static final Set<String> STEADY = Set.of(
            "now", "transaction_timestamp", "statement_timestamp", "timezone", "date_trunc", "to_timestamp", "make_date",
            "make_interval", "make_timestamp", "lower", "upper", "coalesce", "concat", "length", "round", "abs", "floor",
            "ceil", "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_json",
            "to_jsonb", "to_char", "current_setting", "array_fill", "md5", "encode", "decode", "repeat");

    private final String table;
    private final ColumnDefinitionContext definition;
    private final String column;
    private final List<ColumnConstraintOptionContext> options;

    PostgreSqlColumn(String table, AddColumnSpecificationContext add) {
        this.table = table;
        this.definition = add.columnDefinition();
        this.column = Tree.text(definition.columnName());
        this.options = definition.columnConstraint().stream()
                .map(ColumnConstraintContext::columnConstraintOption)
                .toList();
    }

    List<Hazard> hazards() {
        if (column.equalsIgnoreCase("CONSTRAINT")) {
            return List.of(misread());
        }
        List<Hazard> hazards = new ArrayList<>();
        if (key(definition.dataType()).equals("json")) {
            hazards.add(Hazard.of(
                    "breaks queries of the application with SELECT DISTINCT, UNION or GROUP BY: json knows no equality",
                    Step.migration("ALTER TABLE " + table + " ADD COLUMN " + column + " jsonb" + afterType() + ";")));
        }
        List<String> effects = effects();
        if (!effects.isEmpty()) {
            hazards.add(new Hazard(String.join("; ", effects), steps()));
        }
        return hazards;
    }

    private String afterType() {
        return definition.columnConstraint().stream()
                .map(constraint -> " " + Tree.text(constraint))
                .collect(Collectors.joining());
    }

    /** The grammar takes {@code ADD CONSTRAINT name CHECK (...)} for a column of that name, which PostgreSQL's own does not allow. */
    private Hazard misread() {
        String constraint = Tree.text(definition.dataType());
        String check = Tree.text(definition.columnConstraint(0));
        return new Hazard(
                "blocks reads and writes of " + table + " until every row is checked",
                PostgreSqlSteps.validated(table, constraint, check));
    }

    private List<String> effects() {
        List<String> effects = new ArrayList<>();
        if (isCounted()) {
            effects.add("rewrites " + table + " and blocks its reads and writes meanwhile, to number its rows");
        } else if (isStored()) {
            effects.add("rewrites " + table + " and blocks its reads and writes meanwhile, to compute every row's value");
        } else if (isUnsteady()) {
            effects.add("rewrites " + table + " and blocks its reads and writes meanwhile: "
                    + Tree.text(defaulted().orElseThrow().defaultExpr()) + " may differ from row to row");
        } else if (isNotNull() && defaulted().isEmpty()) {
            effects.add("fails where " + table + " has rows, and breaks the inserts of the application that runs, which leave "
                    + column + " out");
        }
        if (has(option -> option.UNIQUE() != null || option.primaryKey() != null)) {
            effects.add("blocks reads and writes of " + table + " until the index of " + column + " is built");
        }
        if (has(option -> option.checkOption() != null)) {
            effects.add("blocks reads and writes of " + table + " until every row is checked");
        }
        return effects;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.migration(bare()));
        if (isStored()) {
            steps.add(PostgreSqlSteps.fill(
                    table,
                    column,
                    "(" + Tree.text(option(option -> option.STORED() != null).orElseThrow().aExpr()) + ")",
                    "the application, or a trigger, writes " + column));
        } else if (isCounted() || isUnsteady()) {
            steps.add(PostgreSqlSteps.fillNulls(table, column));
        }
        if (isNotNull() && !isSteadilyFilled()) {
            String when = isUnsteady() || isCounted() ? "" : "the application that runs always writes " + column;
            steps.addAll(PostgreSqlSteps.notNull(table, column, when));
        }
        option(option -> option.checkOption() != null)
                .ifPresent(check -> steps.addAll(PostgreSqlSteps.validated(
                        table, NAMES.joined(table, column, "check"), Tree.text(check))));
        if (has(option -> option.UNIQUE() != null || option.primaryKey() != null)) {
            boolean primary = has(option -> option.primaryKey() != null);
            steps.addAll(PostgreSqlSteps.indexed(
                    table,
                    primary ? NAMES.joined(table, "pkey") : NAMES.joined(table, column, "key"),
                    primary ? "PRIMARY KEY" : "UNIQUE",
                    "(" + column + ")"));
        }
        return steps;
    }

    /** The column as it can be added at once, and then its default for the rows to come. */
    private String bare() {
        String alter = "ALTER TABLE " + table + " ";
        if (isCounted()) {
            String sequence = NAMES.joined(table, column, "seq");
            return "CREATE SEQUENCE " + sequence + ";\n" + alter + "ADD COLUMN " + column + " " + countedType() + ";\n"
                    + alter + "ALTER COLUMN " + column + " SET DEFAULT nextval('" + sequence + "');\nALTER SEQUENCE "
                    + sequence + " OWNED BY " + table + "." + column + ";";
        }
        String kept = definition.columnConstraint().stream()
                .filter(constraint -> isKept(constraint.columnConstraintOption()))
                .map(constraint -> " " + Tree.text(constraint))
                .collect(Collectors.joining());
        String collation = definition.collateClause() == null ? "" : " " + Tree.text(definition.collateClause());
        String add = alter + "ADD COLUMN " + column + " " + Tree.text(definition.dataType()) + collation + kept + ";";
        return isUnsteady()
                ? add + "\n" + alter + "ALTER COLUMN " + column + " SET "
                        + Tree.text(defaulted().orElseThrow()) + ";"
                : add;
    }

    private boolean isKept(ColumnConstraintOptionContext option) {
        boolean notNull = option.NOT() != null && option.NULL() != null;
        return option.REFERENCES() != null
                || (notNull && isSteadilyFilled())
                || (option.DEFAULT() != null && option.defaultExpr() != null && !isUnsteady());
    }

    private String countedType() {
        return switch (key(definition.dataType())) {
            case "serial", "serial4" -> "integer";
            case "bigserial", "serial8" -> "bigint";
            case "smallserial", "serial2" -> "smallint";
            default -> Tree.text(definition.dataType());
        };
    }

    private boolean isCounted() {
        return SERIALS.contains(key(definition.dataType())) || has(option -> option.IDENTITY() != null);
    }

    private boolean isStored() {
        return has(option -> option.STORED() != null);
    }

    private boolean isNotNull() {
        return has(option -> (option.NOT() != null && option.NULL() != null) || option.primaryKey() != null);
    }

    private boolean isSteadilyFilled() {
        return defaulted().isPresent() && !isUnsteady();
    }

    private boolean isUnsteady() {
        return defaulted().stream()
                .flatMap(option -> Tree.all(option.defaultExpr(), FuncNameContext.class).stream())
                .anyMatch(function -> !STEADY.contains(key(function)));
    }

    private Optional<ColumnConstraintOptionContext> defaulted() {
        return option(option -> option.DEFAULT() != null
                && option.defaultExpr() != null
                && !Tree.words(option.defaultExpr()).equals("null"));
    }

    private boolean has(Predicate<ColumnConstraintOptionContext> kind) {
        return option(kind).isPresent();
    }

    private Optional<ColumnConstraintOptionContext> option(Predicate<ColumnConstraintOptionContext> kind) {
        return options.stream().filter(kind).findFirst();
    }
}
