package com.javaonjets.lint;

import com.javaonjets.migration.MigrationText.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterStatementContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateIndexContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.DropTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.RenameTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.SetVariableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableNameContext;

/** The statements of MySQL. A table made in a file is used by nobody yet: whatever the file does to it is safe. */
final class MySqlRules implements Rules {

    static final Names NAMES = new Names('`');

    /** The rules of the grammar, by the beginnings of their names, whose statements commit by themselves. */
    private static final List<String> DDL = List.of("Create", "Alter", "Drop", "Rename", "Truncate");

    private final List<Statement> statements;
    private final List<Optional<ExecuteContext>> trees;
    private final List<String> earlier;
    private final Set<String> made = new HashSet<>();
    private boolean checksForeignKeys = true;

    /** @param earlier the statements of the files before */
    MySqlRules(List<Statement> statements, List<String> earlier) {
        this.statements = statements;
        this.earlier = new ArrayList<>(earlier);
        this.trees = statements.stream()
                .map(statement -> Grammar.mySql(statement.sql()))
                .toList();
    }

    @Override
    public Optional<List<Hazard>> hazards(int index) {
        Optional<List<Hazard>> hazards = trees.get(index).map(tree -> hazards(index, tree));
        earlier.add(statements.get(index).sql());
        return hazards;
    }

    private List<Hazard> hazards(int index, ExecuteContext tree) {
        if (tree.getChildCount() == 0 || !(tree.getChild(0) instanceof ParserRuleContext node)) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        if (isDdl(node) && hasCompany(index)) {
            hazards.add(Hazard.of(
                    "commits by itself: where it or a statement after it fails, those before stay, and mvn jets:db-repair says how to go on",
                    Step.migration(Tree.text(node) + ";")));
        }
        hazards.addAll(hazards(node));
        return hazards;
    }

    private static boolean isDdl(ParserRuleContext node) {
        return DDL.stream().anyMatch(node.getClass().getSimpleName()::startsWith);
    }

    /** Whether a statement stands before it whose work can be kept alone; one that sets variables has none. */
    private boolean hasCompany(int index) {
        return trees.subList(0, index).stream()
                .anyMatch(tree -> tree.isEmpty() || !(tree.get().getChild(0) instanceof SetVariableContext));
    }

    private List<Hazard> hazards(ParserRuleContext node) {
        if (node instanceof CreateTableContext create) {
            made.add(key(create.tableName()));
        } else if (node instanceof SetVariableContext set) {
            note(set);
        } else if (node instanceof AlterStatementContext alter && alter.alterTable() != null) {
            boolean unused = made.contains(key(alter.alterTable().tableName()));
            return unused
                    ? List.of()
                    : new MySqlAlter(
                                    alter.alterTable(), new Columns(earlier, MySqlDefinitions::type), checksForeignKeys)
                            .hazards();
        } else if (node instanceof CreateIndexContext create) {
            return index(create);
        } else if (node instanceof DropTableContext drop) {
            return drop(drop);
        } else if (node instanceof RenameTableContext rename) {
            return rename(rename);
        }
        return List.of();
    }

    private void note(SetVariableContext set) {
        String words = Tree.words(set);
        if (words.contains("foreign_key_checks")) {
            checksForeignKeys = !(words.endsWith("= 0") || words.endsWith("= off") || words.endsWith("= false"));
        }
    }

    private List<Hazard> index(CreateIndexContext create) {
        boolean locks = create.createIndexSpecification() != null
                && create.createIndexSpecification().UNIQUE() == null;
        if (!locks || made.contains(key(create.tableName()))) {
            return List.of();
        }
        String kind = Tree.text(create.createIndexSpecification()).toUpperCase(Locale.ROOT);
        return List.of(MySqlAlter.lockingIndex(kind, Tree.text(create.tableName()), Tree.text(create) + ";"));
    }

    private List<Hazard> drop(DropTableContext drop) {
        List<String> live = drop.tableList().tableName().stream()
                .filter(table -> !made.contains(key(table)))
                .map(Tree::text)
                .toList();
        if (live.isEmpty() || drop.TEMPORARY() != null) {
            return List.of();
        }
        String tables = String.join(" and ", live);
        return List.of(Hazard.of(
                "breaks the application that runs where it still uses " + tables + ", and the rows are gone",
                Step.confirmed("no release uses " + tables + " any more", Tree.text(drop) + ";")));
    }

    private List<Hazard> rename(RenameTableContext rename) {
        List<TableNameContext> names = rename.tableName();
        List<Hazard> hazards = new ArrayList<>();
        for (int i = 0; i + 1 < names.size(); i += 2) {
            if (!made.contains(key(names.get(i)))) {
                hazards.add(MySqlAlter.renamed(Tree.text(names.get(i)), Tree.text(names.get(i + 1))));
            }
        }
        return hazards;
    }

    static String key(ParserRuleContext name) {
        return NAMES.key(Tree.text(name));
    }
}
