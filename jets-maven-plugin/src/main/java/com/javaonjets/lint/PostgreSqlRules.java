package com.javaonjets.lint;

import com.javaonjets.migration.MigrationText.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AlterSchemaContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AlterTableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ClusterContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.CreateIndexContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.CreateMaterializedViewContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.CreateTableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.CreateViewContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.DropIndexContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.DropSchemaContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.DropTableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.QualifiedNameContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.RefreshMatViewStmtContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ReindexContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ReindexTargetMultitableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ReindexTargetTypeContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.TableNameContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.VacuumContext;

/** The statements of PostgreSQL. What is made in a file is used by nobody yet: whatever the file does to it is safe. */
final class PostgreSqlRules implements Rules {

    static final Names NAMES = new Names('"');

    private final List<Statement> statements;
    private final List<Optional<ExecuteContext>> trees;
    private final List<String> earlier;
    private final Set<String> made = new HashSet<>();
    private final Set<String> validated = new HashSet<>();
    private final Set<String> views = new HashSet<>();

    /** @param earlier the statements of the files before */
    PostgreSqlRules(List<Statement> statements, List<String> earlier) {
        this.statements = statements;
        this.earlier = new ArrayList<>(earlier);
        this.trees = statements.stream()
                .map(statement -> Grammar.postgreSql(statement.sql()))
                .toList();
        trees.stream()
                .flatMap(Optional::stream)
                .flatMap(tree -> Tree.all(tree, CreateViewContext.class).stream())
                .forEach(view -> views.add(key(view.qualifiedName())));
    }

    @Override
    public Optional<List<Hazard>> hazards(int index) {
        Optional<List<Hazard>> hazards = trees.get(index).map(tree -> hazards(statements.get(index), tree));
        earlier.add(statements.get(index).sql());
        return hazards;
    }

    private List<Hazard> hazards(Statement statement, ExecuteContext tree) {
        List<Hazard> hazards = new ArrayList<>();
        if (!statement.inTransaction()
                && statements.size() > 1
                && statements.stream().anyMatch(Statement::inTransaction)) {
            hazards.add(Hazard.of(
                    "cannot run in a transaction, which the file's other statements need: db-migrate refuses the file",
                    Step.migration(Tree.text(tree.getStart(), last(tree)) + ";")));
        }
        if (tree.getChildCount() > 0 && tree.getChild(0) instanceof ParserRuleContext node) {
            hazards.addAll(hazards(node));
        }
        return hazards;
    }

    private static Token last(ExecuteContext tree) {
        return ((ParserRuleContext) tree.getChild(0)).getStop();
    }

    private List<Hazard> hazards(ParserRuleContext node) {
        if (node instanceof CreateTableContext create) {
            made.add(key(create.tableName()));
        } else if (node instanceof CreateMaterializedViewContext create) {
            made.add(key(create.createMvTarget()));
        } else if (node instanceof CreateIndexContext create) {
            return create(create);
        } else if (node instanceof DropIndexContext drop) {
            return drop(drop);
        } else if (node instanceof AlterTableContext alter && alter.tableNameClause() != null) {
            return alter(alter);
        } else if (node instanceof DropTableContext drop) {
            return drop(drop);
        } else if (node instanceof VacuumContext vacuum) {
            return vacuum(vacuum);
        } else if (node instanceof ClusterContext cluster) {
            return List.of(rewrite(cluster));
        } else if (node instanceof ReindexContext reindex) {
            return reindex(reindex);
        } else if (node instanceof RefreshMatViewStmtContext refresh) {
            return refresh(refresh);
        } else if (node instanceof DropSchemaContext || node instanceof AlterSchemaContext) {
            return List.of(schema(node));
        }
        return List.of();
    }

    private List<Hazard> create(CreateIndexContext create) {
        if (create.concurrentlyClause().CONCURRENTLY() != null || made.contains(key(create.tableName()))) {
            return List.of();
        }
        return List.of(Hazard.of(
                "blocks every write to " + Tree.text(create.tableName()) + " until the index is built",
                Step.migration(Tree.withWordAfter(create, create.INDEX().getSymbol(), "CONCURRENTLY") + ";")));
    }

    /** An index made in the file went away with no name known to be its table's: it counts as one in use. */
    private static List<Hazard> drop(DropIndexContext drop) {
        if (drop.concurrentlyClause().CONCURRENTLY() != null) {
            return List.of();
        }
        String exists = drop.ifExists() == null ? "" : "IF EXISTS ";
        Step[] steps = Tree.all(drop, QualifiedNameContext.class).stream()
                .map(name -> Step.migration("DROP INDEX CONCURRENTLY " + exists + Tree.text(name) + ";"))
                .toArray(Step[]::new);
        return List.of(Hazard.of(
                "waits for every statement on the index's table to end, and blocks all that come meanwhile", steps));
    }

    private List<Hazard> alter(AlterTableContext alter) {
        String key = key(alter.tableNameClause());
        return new PostgreSqlAlter(
                        alter, new Columns(earlier, PostgreSqlDefinitions::type), views, validated, made.contains(key))
                .hazards();
    }

    private List<Hazard> drop(DropTableContext drop) {
        List<String> live = Tree.all(drop.tableNames(), TableNameContext.class).stream()
                .filter(table -> !made.contains(key(table)))
                .map(Tree::text)
                .toList();
        if (live.isEmpty()) {
            return List.of();
        }
        String tables = String.join(" and ", live);
        return List.of(Hazard.of(
                "breaks the application that runs where it still uses " + tables + ", and the rows are gone",
                Step.confirmed("no release uses " + tables + " any more", Tree.text(drop) + ";")));
    }

    private static List<Hazard> vacuum(VacuumContext vacuum) {
        boolean full = vacuum.FULL() != null
                || (vacuum.vacAnalyzeOptionList() != null
                        && Tree.words(vacuum.vacAnalyzeOptionList()).contains("full"));
        if (!full) {
            return List.of();
        }
        String tables = vacuum.vacuumRelationList() == null ? "" : " " + Tree.text(vacuum.vacuumRelationList());
        return List.of(Hazard.of(
                "rewrites" + (tables.isEmpty() ? " every table" : tables) + " and blocks reads and writes meanwhile",
                Step.migration("VACUUM" + tables + ";")));
    }

    private static Hazard rewrite(ClusterContext cluster) {
        String table = cluster.tableName() == null ? "every clustered table" : Tree.text(cluster.tableName());
        return Hazard.of(
                "rewrites " + table
                        + " and blocks its reads and writes meanwhile; the extension pg_repack does it without",
                Step.confirmed("the service may stand still", Tree.text(cluster) + ";"));
    }

    private List<Hazard> reindex(ReindexContext reindex) {
        if (Tree.words(reindex).contains("concurrently")) {
            return List.of();
        }
        ParserRuleContext target = Tree.all(reindex, ParserRuleContext.class).stream()
                .filter(node ->
                        node instanceof ReindexTargetTypeContext || node instanceof ReindexTargetMultitableContext)
                .findFirst()
                .orElse(reindex);
        return List.of(Hazard.of(
                "blocks writes to the table, and reads by the index, until the index is built anew",
                Step.migration(Tree.withWordAfter(reindex, target.getStop(), "CONCURRENTLY") + ";")));
    }

    private List<Hazard> refresh(RefreshMatViewStmtContext refresh) {
        if (refresh.CONCURRENTLY() != null || made.contains(key(refresh.qualifiedName()))) {
            return List.of();
        }
        String view = Tree.text(refresh.qualifiedName());
        return List.of(Hazard.of(
                "blocks reads of " + view + " until its query has run",
                Step.migration(
                        view + " has a unique index on columns alone",
                        Tree.withWordAfter(refresh, refresh.VIEW().getSymbol(), "CONCURRENTLY") + ";")));
    }

    private static Hazard schema(ParserRuleContext node) {
        return Hazard.of(
                "breaks the application that runs where it still uses the schema",
                Step.confirmed("no release uses the schema any more", Tree.text(node) + ";"));
    }

    static String key(ParserRuleContext name) {
        return NAMES.key(Tree.text(name));
    }
}
