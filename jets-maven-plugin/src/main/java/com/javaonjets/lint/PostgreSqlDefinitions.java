package com.javaonjets.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AlterTableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.CreateTableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ModifyColumnSpecificationContext;

/** The types that CREATE TABLE and ALTER TABLE give to columns. */
final class PostgreSqlDefinitions {

    private PostgreSqlDefinitions() {}

    static Optional<String> type(String sql, String table, String column) {
        return Grammar.postgreSql(sql)
                .filter(tree -> table(tree).filter(table::equals).isPresent())
                .flatMap(tree -> type(tree, column));
    }

    private static Optional<String> table(ExecuteContext tree) {
        ParserRuleContext name = null;
        if (tree.getChild(0) instanceof CreateTableContext create) {
            name = create.tableName();
        } else if (tree.getChild(0) instanceof AlterTableContext alter) {
            name = alter.tableNameClause();
        }
        return Optional.ofNullable(name).map(PostgreSqlRules::key);
    }

    private static Optional<String> type(ExecuteContext tree, String column) {
        List<String> types = new ArrayList<>();
        Tree.all(tree, ColumnDefinitionContext.class).stream()
                .filter(definition ->
                        PostgreSqlRules.key(definition.columnName()).equals(column))
                .forEach(definition -> types.add(Tree.text(definition.dataType())));
        Tree.all(tree, ModifyColumnSpecificationContext.class).stream()
                .filter(change -> change.dataType() != null)
                .filter(change ->
                        PostgreSqlRules.key(change.modifyColumn().columnName()).equals(column))
                .forEach(change -> types.add(Tree.text(change.dataType())));
        return types.isEmpty() ? Optional.empty() : Optional.of(types.get(types.size() - 1));
    }
}
