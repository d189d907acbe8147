package com.javaonjets.lint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.KeyPartContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.KeyPartsContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableConstraintDefContext;

/** A foreign key added to a table that is in use. MySQL does it in place only where it does not look at the rows. */
final class MySqlForeignKey {

    private MySqlForeignKey() {}

    static Hazard hazard(String table, TableConstraintDefContext constraint, String change) {
        return hazard(
                table,
                columns(constraint.keyParts()),
                Tree.text(constraint.referenceDefinition().tableName()),
                columns(constraint.referenceDefinition().keyParts()),
                change);
    }

    private static Hazard hazard(
            String table, List<String> columns, String other, List<String> referenced, String change) {
        return Hazard.of(
                "copies " + table + " and blocks its writes until every row's reference is checked",
                new Step(Step.Kind.QUERY, "", orphans(table, columns, other, referenced)),
                Step.migration("SET SESSION foreign_key_checks = 0;\nALTER TABLE " + table + " " + change
                        + MySqlSteps.GUARD + ";\nSET SESSION foreign_key_checks = 1;"));
    }

    private static String orphans(String table, List<String> columns, String other, List<String> referenced) {
        String on = IntStream.range(0, columns.size())
                .mapToObj(i -> "child." + columns.get(i) + " = parent." + referenced.get(i))
                .collect(Collectors.joining(" AND "));
        String set = columns.stream()
                .map(column -> "child." + column + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "SELECT child.* FROM " + table + " child LEFT JOIN " + other + " parent ON " + on + " WHERE " + set
                + " AND parent." + referenced.get(0) + " IS NULL;";
    }

    private static List<String> columns(KeyPartsContext parts) {
        return Tree.all(parts, KeyPartContext.class).stream().map(Tree::text).toList();
    }
}
