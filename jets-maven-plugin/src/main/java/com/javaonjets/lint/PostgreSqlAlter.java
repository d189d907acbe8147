package com.javaonjets.lint;

import static com.javaonjets.lint.PostgreSqlRules.NAMES;
import static com.javaonjets.lint.PostgreSqlRules.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AddConstraintSpecificationContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AlterDefinitionClauseContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AlterTableActionContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.AlterTableContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.DropColumnSpecificationContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.ModifyColumnSpecificationContext;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser.RenameColumnSpecificationContext;

/** One ALTER TABLE of PostgreSQL. */
final class PostgreSqlAlter {

    private final AlterTableContext alter;
    private final String table;
    private final Columns columns;
    private final Set<String> views;
    private final Set<String> validated;
    private final boolean unused;

    /**
     * @param views those that the file makes
     * @param validated the tables of whose constraints the file has validated one; the statement adds its own
     * @param unused whether the file makes the table
     */
    PostgreSqlAlter(
            AlterTableContext alter, Columns columns, Set<String> views, Set<String> validated, boolean unused) {
        this.alter = alter;
        this.table = Tree.text(alter.tableNameClause());
        this.columns = columns;
        this.views = views;
        this.validated = validated;
        this.unused = unused;
    }

    List<Hazard> hazards() {
        if (unused) {
            return List.of();
        }
        AlterDefinitionClauseContext what = alter.alterDefinitionClause();
        if (what.renameTableSpecification() != null) {
            return moved("RENAME TO", Tree.text(what.renameTableSpecification().identifier()));
        }
        if (what.SCHEMA() != null) {
            return moved("SET SCHEMA", Tree.text(what.name()));
        }
        if (what.renameColumnSpecification() != null) {
            return List.of(renamed(what.renameColumnSpecification()));
        }
        if (what.partitionCmd() != null) {
            boolean waits = what.partitionCmd().DETACH() != null
                    && what.partitionCmd().CONCURRENTLY() == null
                    && what.partitionCmd().FINALIZE() == null;
            return waits ? List.of(detached()) : List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        Tree.all(what, AlterTableActionContext.class).forEach(action -> hazards.addAll(hazards(action)));
        return hazards;
    }

    private List<Hazard> hazards(AlterTableActionContext action) {
        if (action.validateConstraintSpecification() != null) {
            validated.add(key(alter.tableNameClause()));
        } else if (action.addColumnSpecification() != null) {
            return new PostgreSqlColumn(table, action.addColumnSpecification()).hazards();
        } else if (action.addConstraintSpecification() != null) {
            return added(action.addConstraintSpecification()).stream().toList();
        } else if (action.modifyColumnSpecification() != null) {
            return changed(action.modifyColumnSpecification()).stream().toList();
        } else if (action.dropColumnSpecification() != null) {
            return List.of(dropped(action.dropColumnSpecification()));
        } else if (action.LOGGED() != null || action.UNLOGGED() != null || action.TABLESPACE() != null) {
            return List.of(Hazard.of(
                    "rewrites " + table + " and blocks its reads and writes meanwhile",
                    Step.confirmed(
                            "the service may stand still", "ALTER TABLE " + table + " " + Tree.text(action) + ";")));
        }
        return List.of();
    }

    private Optional<Hazard> added(AddConstraintSpecificationContext add) {
        if (add.VALID() != null || add.tableConstraint() == null) {
            return Optional.empty();
        }
        String definition = Tree.text(
                add.tableConstraint().tableConstraintOption().getStart(),
                add.tableConstraint().getStop());
        Optional<String> name = Optional.ofNullable(add.tableConstraint().constraintClause())
                .map(clause -> Tree.text(clause.constraintName()));
        return Optional.of(
                new PostgreSqlConstraint(table, name, add.tableConstraint().tableConstraintOption(), definition)
                        .hazard());
    }

    private Optional<Hazard> changed(ModifyColumnSpecificationContext change) {
        String column = Tree.text(change.modifyColumn().columnName());
        if (change.dataType() != null) {
            return retyped(change, column);
        }
        boolean setsNotNull = change.SET() != null && change.NOT() != null && change.NULL() != null;
        if (!setsNotNull || validated.contains(key(alter.tableNameClause()))) {
            return Optional.empty();
        }
        return Optional.of(new Hazard(
                "blocks reads and writes of " + table + " until every row is read for a null in " + column,
                PostgreSqlSteps.notNull(table, column, "the application that runs always writes " + column)));
    }

    private Optional<Hazard> retyped(ModifyColumnSpecificationContext change, String column) {
        String to = Tree.text(change.dataType());
        Optional<String> from = columns.type(
                key(alter.tableNameClause()), key(change.modifyColumn().columnName()));
        boolean free = change.aExpr() == null
                && from.map(old -> PostgreSqlTypes.isFree(SqlType.of(old), SqlType.of(to)))
                        .orElse(false);
        if (free) {
            return Optional.empty();
        }
        String neu = NAMES.joined(column, "new");
        String value = change.aExpr() == null ? column + "::" + to : Tree.text(change.aExpr());
        return Optional.of(Hazard.of(
                "rewrites " + table + " and its indexes, and blocks reads and writes meanwhile: "
                        + from.map(old -> column + " is " + old + " now")
                                .orElse("no migration before tells the type that " + column
                                        + " has, and most changes do"),
                Step.migration("ALTER TABLE " + table + " ADD COLUMN " + neu + " " + to + ";"),
                PostgreSqlSteps.fill(table, neu, value, "the application writes both columns"),
                PostgreSqlSteps.drop(table, column)));
    }

    private Hazard renamed(RenameColumnSpecificationContext rename) {
        String from = Tree.text(rename.columnName(0));
        String to = Tree.text(rename.columnName(1));
        String type = columns.type(key(alter.tableNameClause()), key(rename.columnName(0)))
                .orElse("<the type of " + from + ">");
        return Hazard.of(
                "breaks the application that runs: it still asks for " + from,
                Step.migration("ALTER TABLE " + table + " ADD COLUMN " + to + " " + type + ";"),
                PostgreSqlSteps.fill(table, to, from, "the application writes both columns"),
                PostgreSqlSteps.drop(table, from));
    }

    private List<Hazard> moved(String how, String to) {
        if (views.contains(key(alter.tableNameClause()))) {
            return List.of();
        }
        String target = how.equals("RENAME TO") ? inSchema(to) : to + "." + table.substring(table.lastIndexOf('.') + 1);
        return List.of(Hazard.of(
                "breaks the application that runs: it still asks for " + table,
                Step.migration("ALTER TABLE " + table + " " + how + " " + to + ";\nCREATE VIEW " + table
                        + " AS SELECT * FROM " + target + ";"),
                Step.migration("no release uses " + table + " any more", "DROP VIEW " + table + ";")));
    }

    private String inSchema(String name) {
        return table.substring(0, table.lastIndexOf('.') + 1) + name;
    }

    private Hazard dropped(DropColumnSpecificationContext drop) {
        String column = Tree.text(drop.columnName());
        return Hazard.of(
                "breaks the application that runs where it still uses " + column
                        + ", and queries that it has prepared with SELECT *",
                PostgreSqlSteps.drop(table, column));
    }

    private Hazard detached() {
        return Hazard.of(
                "waits for every statement on " + table + " to end, and blocks all that come meanwhile",
                Step.migration(Tree.text(alter) + " CONCURRENTLY;"));
    }
}
