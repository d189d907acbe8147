package com.javaonjets.lint;

import static com.javaonjets.lint.PostgreSqlRules.NAMES;

import java.util.Optional;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnNameContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.TableConstraintOptionContext;

/**
 * A constraint added to a table that is in use.
 *
 * @param name as given; where none is, the one that PostgreSQL would give is named, since the way needs it
 * @param definition what follows the name
 */
record PostgreSqlConstraint(
        String table, Optional<String> name, TableConstraintOptionContext option, String definition) {

    Hazard hazard() {
        if (option.FOREIGN() != null) {
            String other = Tree.text(option.tableName());
            return new Hazard(
                    "blocks writes to " + table + " and " + other + " until every row's reference is checked",
                    PostgreSqlSteps.validated(table, name(columns(), "fkey"), definition));
        }
        if (option.checkOption() != null) {
            return new Hazard(
                    "blocks reads and writes of " + table + " until every row is checked",
                    PostgreSqlSteps.validated(table, name("", "check"), definition));
        }
        if (option.UNIQUE() != null) {
            return index("UNIQUE", name(columns(), "key"));
        }
        if (option.primaryKey() != null) {
            return index("PRIMARY KEY", name("", "pkey"));
        }
        return Hazard.of(
                "blocks writes to " + table
                        + " until the index is built, which an exclusion cannot have built beforehand",
                Step.confirmed(
                        "writes may wait",
                        "ALTER TABLE " + table + " ADD CONSTRAINT " + name("", "excl") + " " + definition + ";"));
    }

    private Hazard index(String kind, String constraint) {
        return new Hazard(
                "blocks reads and writes of " + table + " until the index is built",
                PostgreSqlSteps.indexed(table, constraint, kind, Tree.text(option.columnNames(0))));
    }

    private String columns() {
        return String.join(
                "_",
                Tree.all(option.columnNames(0), ColumnNameContext.class).stream()
                        .map(Tree::text)
                        .toList());
    }

    private String name(String columns, String kind) {
        return name.orElseGet(() -> columns.isEmpty() ? NAMES.joined(table, kind) : NAMES.joined(table, columns, kind));
    }
}
