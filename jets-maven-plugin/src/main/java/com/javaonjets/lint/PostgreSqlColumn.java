package com.javaonjets.lint;

import static com.javaonjets.lint.PostgreSqlRules.NAMES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AddColumnSpecificationContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnConstraintContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnConstraintOptionContext;

/** A column added to a table that is in use. A reference is free: a column without values has none to check. */
final class PostgreSqlColumn {

    private final String table;
    private final PostgreSqlColumnFacts facts;
    private final String column;

    PostgreSqlColumn(String table, AddColumnSpecificationContext add) {
        this.table = table;
        this.facts = new PostgreSqlColumnFacts(add.columnDefinition());
        this.column = facts.name();
    }

    List<Hazard> hazards() {
        if (column.equalsIgnoreCase("CONSTRAINT")) {
            return List.of(misread());
        }
        List<Hazard> hazards = new ArrayList<>();
        if (facts.typeKey().equals("json")) {
            hazards.add(Hazard.of(
                    "breaks queries of the application with SELECT DISTINCT, UNION or GROUP BY: json knows no equality",
                    Step.migration("ALTER TABLE " + table + " ADD COLUMN " + column + " jsonb"
                            + texts(facts.constraints()) + ";")));
        }
        List<String> effects = effects();
        if (!effects.isEmpty()) {
            hazards.add(new Hazard(String.join("; ", effects), steps()));
        }
        return hazards;
    }

    /** The grammar takes {@code ADD CONSTRAINT name CHECK (...)} for a column of that name, which PostgreSQL's own does not allow. */
    private Hazard misread() {
        return new Hazard(
                "blocks reads and writes of " + table + " until every row is checked",
                PostgreSqlSteps.validated(
                        table, facts.type(), Tree.text(facts.constraints().get(0))));
    }

    private List<String> effects() {
        List<String> effects = new ArrayList<>();
        String rewrites = "rewrites " + table + " and blocks its reads and writes meanwhile";
        if (facts.isCounted()) {
            effects.add(rewrites + ", to number its rows");
        } else if (facts.isStored()) {
            effects.add(rewrites + ", to compute every row's value");
        } else if (facts.isUnsteady()) {
            effects.add(rewrites + ": " + Tree.text(facts.filled().orElseThrow().defaultExpr())
                    + " may differ from row to row");
        } else if (facts.isNotNull() && facts.filled().isEmpty()) {
            effects.add("fails where " + table
                    + " has rows, and breaks the inserts of the application that runs, which leave " + column + " out");
        }
        if (facts.isUnique()) {
            effects.add("blocks reads and writes of " + table + " until the index of " + column + " is built");
        }
        if (facts.check().isPresent()) {
            effects.add("blocks reads and writes of " + table + " until every row is checked");
        }
        return effects;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.migration(bare()));
        if (facts.isStored()) {
            steps.add(PostgreSqlSteps.fill(
                    table, column, facts.computation(), "the application, or a trigger, writes " + column));
        } else if (facts.isCounted() || facts.isUnsteady()) {
            steps.add(PostgreSqlSteps.fillNulls(table, column));
        }
        if (facts.isNotNull() && !facts.isSteady()) {
            boolean byDatabase = facts.isUnsteady() || facts.isCounted();
            steps.addAll(PostgreSqlSteps.notNull(
                    table, column, byDatabase ? "" : "the application that runs always writes " + column));
        }
        facts.check()
                .ifPresent(check -> steps.addAll(
                        PostgreSqlSteps.validated(table, NAMES.joined(table, column, "check"), Tree.text(check))));
        if (facts.isUnique()) {
            steps.addAll(indexed());
        }
        return steps;
    }

    private List<Step> indexed() {
        return facts.isPrimary()
                ? PostgreSqlSteps.indexed(table, NAMES.joined(table, "pkey"), "PRIMARY KEY", "(" + column + ")")
                : PostgreSqlSteps.indexed(table, NAMES.joined(table, column, "key"), "UNIQUE", "(" + column + ")");
    }

    /** The column as it can be added at once, and then its default for the rows to come. */
    private String bare() {
        if (facts.isCounted()) {
            return numbered();
        }
        List<ColumnConstraintContext> kept = facts.constraints().stream()
                .filter(constraint -> isKept(constraint.columnConstraintOption()))
                .toList();
        String alter = "ALTER TABLE " + table + " ";
        String add = alter + "ADD COLUMN " + column + " " + facts.typeAndCollation() + texts(kept) + ";";
        return facts.isUnsteady()
                ? add + "\n" + alter + "ALTER COLUMN " + column + " SET "
                        + Tree.text(facts.filled().orElseThrow()) + ";"
                : add;
    }

    private String numbered() {
        String alter = "ALTER TABLE " + table + " ";
        String sequence = NAMES.joined(table, column, "seq");
        return "CREATE SEQUENCE " + sequence + ";\n" + alter + "ADD COLUMN " + column + " " + facts.countedType()
                + ";\n"
                + alter + "ALTER COLUMN " + column + " SET DEFAULT nextval('" + sequence + "');\nALTER SEQUENCE "
                + sequence + " OWNED BY " + table + "." + column + ";";
    }

    private boolean isKept(ColumnConstraintOptionContext option) {
        return option.REFERENCES() != null
                || (PostgreSqlColumnFacts.isNotNull(option) && facts.isSteady())
                || (option.DEFAULT() != null && option.defaultExpr() != null && !facts.isUnsteady());
    }

    private static String texts(List<ColumnConstraintContext> constraints) {
        return constraints.stream()
                .map(constraint -> " " + Tree.text(constraint))
                .collect(Collectors.joining());
    }
}
