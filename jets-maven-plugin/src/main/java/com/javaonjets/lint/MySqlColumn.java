package com.javaonjets.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnAttributeContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.FieldDefinitionContext;

/** A column added to a table that is in use. */
final class MySqlColumn {

    private final String table;
    private final String column;
    private final ColumnDefinitionContext definition;
    private final FieldDefinitionContext field;
    private final boolean guarded;
    private final boolean checksForeignKeys;

    /** @param guarded whether the statement makes the server refuse what locks */
    MySqlColumn(String table, ColumnDefinitionContext definition, boolean guarded, boolean checksForeignKeys) {
        this.table = table;
        this.column = Tree.text(definition.identifier());
        this.definition = definition;
        this.field = definition.fieldDefinition();
        this.guarded = guarded;
        this.checksForeignKeys = checksForeignKeys;
    }

    Optional<Hazard> hazard() {
        if (isNotNull() && !isFilled()) {
            return Optional.of(new Hazard(
                    "breaks the inserts of the application that runs, which leave " + column
                            + " out, and gives the rows there are an empty value",
                    filled("the application that runs always writes " + column, "every row has a value in " + column)));
        }
        if (guarded) {
            return Optional.empty();
        }
        if (has(attribute -> attribute.AUTO_INCREMENT() != null)) {
            return Optional.of(noWay("blocks writes to " + table + " until every row is numbered"));
        }
        if (field.STORED() != null) {
            return Optional.of(computed());
        }
        if (expression().isPresent()) {
            return Optional.of(new Hazard(
                    "copies " + table + " and blocks its writes meanwhile, since "
                            + Tree.text(expression().get()) + " is computed for every row",
                    defaulted()));
        }
        if (definition.referenceDefinition() != null && checksForeignKeys) {
            return Optional.of(
                    noWay("copies " + table + " and blocks its writes until every row's reference is checked"));
        }
        return has(attribute -> attribute.checkConstraint() != null)
                ? Optional.of(noWay("copies " + table + " and blocks its writes until every row is checked"))
                : Optional.empty();
    }

    private Hazard noWay(String effect) {
        return MySqlSteps.noWay(effect, "ALTER TABLE " + table + " ADD COLUMN " + Tree.text(definition) + ";");
    }

    private Hazard computed() {
        return Hazard.of(
                "copies " + table + " and blocks its writes meanwhile, to compute every row's value",
                MySqlSteps.guarded(
                        table,
                        "ADD COLUMN " + column + " " + Tree.text(field.dataType()) + " AS (" + Tree.text(field.expr())
                                + ") VIRTUAL"));
    }

    private List<Step> filled(String written, String full) {
        return List.of(
                Step.migration("ALTER TABLE " + table + " ADD COLUMN " + column + " " + nullable() + ";"),
                Step.migration(
                        written + ", and " + full,
                        "ALTER TABLE " + table + " MODIFY COLUMN " + Tree.text(definition) + MySqlSteps.GUARD + ";"));
    }

    private List<Step> defaulted() {
        ColumnAttributeContext attribute = expression().orElseThrow();
        String value = Tree.text(attribute.expr());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.migration("ALTER TABLE " + table + " ADD COLUMN " + column + " " + nullable() + ";"));
        steps.add(MySqlSteps.guarded(table, "ALTER COLUMN " + column + " SET DEFAULT (" + value + ")"));
        steps.add(MySqlSteps.fillNulls(table, column, value, ""));
        if (isNotNull()) {
            steps.add(MySqlSteps.guarded(table, "MODIFY COLUMN " + Tree.text(definition)));
        }
        return steps;
    }

    /** The column without what asks for a value in every row. */
    private String nullable() {
        return Tree.text(field.dataType())
                + field.columnAttribute().stream()
                        .filter(attribute -> attribute.NOT() == null)
                        .filter(attribute -> attribute.DEFAULT() == null && attribute.UPDATE() == null)
                        .map(attribute -> " " + Tree.text(attribute))
                        .collect(Collectors.joining());
    }

    private boolean isNotNull() {
        return has(attribute -> attribute.NOT() != null && attribute.NULL() != null)
                || has(attribute -> attribute.PRIMARY() != null);
    }

    private boolean isFilled() {
        return field.AS() != null
                || has(attribute -> attribute.DEFAULT() != null || attribute.AUTO_INCREMENT() != null);
    }

    /** A default in parentheses. */
    private Optional<ColumnAttributeContext> expression() {
        return field.columnAttribute().stream()
                .filter(attribute -> attribute.DEFAULT() != null && attribute.expr() != null)
                .findFirst();
    }

    private boolean has(Predicate<ColumnAttributeContext> kind) {
        return field.columnAttribute().stream().anyMatch(kind);
    }
}
