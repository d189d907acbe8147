package com.javaonjets.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterStatementContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ModifyColumnContext;

/** The types that CREATE TABLE and ALTER TABLE give to columns. */
final class MySqlDefinitions {

    private MySqlDefinitions() {}

    static Optional<String> type(String sql, String table, String column) {
        return Grammar.mySql(sql)
                .filter(tree -> table(tree).filter(table::equals).isPresent())
                .flatMap(tree -> type(tree, column));
    }

    private static Optional<String> table(ExecuteContext tree) {
        ParserRuleContext name = null;
        if (tree.getChild(0) instanceof CreateTableContext create) {
            name = create.tableName();
        } else if (tree.getChild(0) instanceof AlterStatementContext alter && alter.alterTable() != null) {
            name = alter.alterTable().tableName();
        }
        return Optional.ofNullable(name).map(MySqlRules::key);
    }

    private static Optional<String> type(ExecuteContext tree, String column) {
        List<String> types = new ArrayList<>();
        Tree.all(tree, ColumnDefinitionContext.class).stream()
                .filter(definition -> MySqlRules.key(definition.identifier()).equals(column))
                .forEach(definition ->
                        types.add(Tree.text(definition.fieldDefinition().dataType())));
        Tree.all(tree, ModifyColumnContext.class).stream()
                .filter(change -> MySqlRules.key(change.identifier()).equals(column))
                .forEach(change -> types.add(Tree.text(change.fieldDefinition().dataType())));
        return types.isEmpty() ? Optional.empty() : Optional.of(types.get(types.size() - 1));
    }
}
