package com.javaonjets.lint;

import static com.javaonjets.lint.MySqlRules.NAMES;
import static com.javaonjets.lint.MySqlRules.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AddColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AddTableConstraintContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterConvertContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterListItemContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterRenameTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableDropContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableOrderContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ChangeColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.FieldDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.IdentifierContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ModifyColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.PartitionClauseContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.RenameColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableConstraintDefContext;

/** One ALTER TABLE of MySQL. What copies the table was asked of MySQL 9.7, change by change. */
final class MySqlAlter {

    private final AlterTableContext alter;
    private final String table;
    private final Columns columns;
    private final boolean checksForeignKeys;
    private final String words;

    MySqlAlter(AlterTableContext alter, Columns columns, boolean checksForeignKeys) {
        this.alter = alter;
        this.table = Tree.text(alter.tableName());
        this.columns = columns;
        this.checksForeignKeys = checksForeignKeys;
        this.words = Tree.words(alter);
    }

    List<Hazard> hazards() {
        List<Hazard> hazards = new ArrayList<>();
        Tree.all(alter, AlterListItemContext.class).forEach(item -> hazards.addAll(breaking(item)));
        if (isGuarded()) {
            return hazards;
        }
        Tree.all(alter, AlterListItemContext.class).forEach(item -> hazards.addAll(locking(item)));
        boolean locksByWish = words.contains("algorithm = copy")
                || words.contains("lock = shared")
                || words.contains("lock = exclusive");
        if (!Tree.all(alter, PartitionClauseContext.class).isEmpty()) {
            hazards.add(noWay("copies " + table + " and blocks its writes meanwhile"));
        } else if (locksByWish && hazards.isEmpty()) {
            hazards.add(noWay("blocks writes to " + table + " until it is done, as its ALGORITHM or LOCK asks"));
        }
        return hazards;
    }

    private boolean isGuarded() {
        return words.contains("lock = none") || words.contains("algorithm = instant");
    }

    /** What hurts the application that runs, however quickly it is done. */
    private List<Hazard> breaking(AlterListItemContext item) {
        if (item instanceof AlterRenameTableContext rename) {
            return List.of(renamed(table, Tree.text(rename.tableName())));
        } else if (item instanceof RenameColumnContext rename) {
            String from = Tree.text(rename.oldColumn());
            return List.of(
                    renamed(from, Tree.text(rename.newColumn()), type(from).orElse("<the type of " + from + ">")));
        } else if (item instanceof ChangeColumnContext change && isRename(change)) {
            return List.of(renamed(
                    Tree.text(change.identifier()),
                    Tree.text(change.columnDefinition().identifier()),
                    Tree.text(change.columnDefinition().fieldDefinition().dataType())));
        } else if (item instanceof AlterTableDropContext drop && isColumn(drop)) {
            String column = Tree.text(column(drop));
            return List.of(Hazard.of(
                    "breaks the application that runs where it still uses " + column, MySqlSteps.drop(table, column)));
        } else if (item instanceof AddColumnContext add) {
            return Tree.all(add, ColumnDefinitionContext.class).stream()
                    .flatMap(column -> new MySqlColumn(table, column, isGuarded(), checksForeignKeys).hazard().stream())
                    .toList();
        }
        return List.of();
    }

    private List<Hazard> locking(AlterListItemContext item) {
        if (item instanceof ModifyColumnContext modify) {
            return retyped(Tree.text(modify.identifier()), modify.fieldDefinition(), Tree.text(modify)).stream()
                    .toList();
        } else if (item instanceof ChangeColumnContext change && !isRename(change)) {
            return retyped(
                            Tree.text(change.identifier()),
                            change.columnDefinition().fieldDefinition(),
                            Tree.text(change))
                    .stream()
                    .toList();
        } else if (item instanceof AddTableConstraintContext add) {
            return added(add.tableConstraintDef(), Tree.text(add)).stream().toList();
        } else if (item instanceof AlterTableDropContext drop
                && drop.PRIMARY() != null
                && !words.contains("add primary key")) {
            return List.of(noWay("copies " + table + " and blocks its writes meanwhile"));
        } else if (item instanceof AlterConvertContext || item instanceof AlterTableOrderContext) {
            return List.of(noWay("copies " + table + " and blocks its writes meanwhile"));
        }
        return List.of();
    }

    private Optional<Hazard> added(TableConstraintDefContext constraint, String sql) {
        if (constraint.FOREIGN() != null) {
            return checksForeignKeys ? Optional.of(MySqlForeignKey.hazard(table, constraint, sql)) : Optional.empty();
        }
        if (constraint.FULLTEXT() != null || constraint.SPATIAL() != null) {
            String kind = constraint.FULLTEXT() != null ? "FULLTEXT" : "SPATIAL";
            return Optional.of(lockingIndex(kind, table, Tree.text(alter) + ";"));
        }
        boolean checks = constraint.checkConstraint() != null && constraint.constraintEnforcement() == null;
        return checks
                ? Optional.of(noWay("copies " + table + " and blocks its writes until every row is checked"))
                : Optional.empty();
    }

    private Optional<Hazard> retyped(String column, FieldDefinitionContext field, String change) {
        SqlType to = SqlType.of(Tree.text(field.dataType()));
        Optional<SqlType> from = type(column).map(SqlType::of);
        if (from.filter(old -> MySqlTypes.isInPlace(old, to)).isPresent()) {
            return Optional.empty();
        }
        if (from.isEmpty() || MySqlTypes.mayBeInPlace(from.get(), to)) {
            return Optional.of(Hazard.of(
                    "copies " + table + " and blocks its writes meanwhile, unless MySQL can do it in place",
                    MySqlSteps.guarded(table, change)));
        }
        String neu = NAMES.joined(column, "new");
        return Optional.of(Hazard.of(
                "copies " + table + " and blocks its writes meanwhile: " + column + " is "
                        + type(column).orElseThrow() + " now",
                Step.migration("ALTER TABLE " + table + " ADD COLUMN " + neu + " " + Tree.text(field.dataType()) + ";"),
                MySqlSteps.fill(table, neu, column, column, "the application writes both columns"),
                MySqlSteps.drop(table, column)));
    }

    private Optional<String> type(String column) {
        return columns.type(key(alter.tableName()), NAMES.key(column));
    }

    private Hazard renamed(String from, String to, String type) {
        return Hazard.of(
                "breaks the application that runs: it still asks for " + from,
                Step.migration("ALTER TABLE " + table + " ADD COLUMN " + to + " " + type + ";"),
                MySqlSteps.fill(table, to, from, from, "the application writes both columns"),
                MySqlSteps.drop(table, from));
    }

    /** RENAME of several at once is atomic, and takes views: so the name is there at every moment. */
    static Hazard renamed(String table, String to) {
        String view = NAMES.joined(to, "view");
        return Hazard.of(
                "breaks the application that runs: it still asks for " + table,
                Step.migration("CREATE VIEW " + to + " AS SELECT * FROM " + table + ";"),
                Step.confirmed(
                        "no release uses " + table + " any more",
                        "RENAME TABLE " + to + " TO " + view + ", " + table + " TO " + to + ";"),
                Step.migration("DROP VIEW " + view + ";"));
    }

    static Hazard lockingIndex(String kind, String table, String sql) {
        return MySqlSteps.noWay("blocks writes to " + table + " until the " + kind + " index is built", sql);
    }

    private Hazard noWay(String effect) {
        return MySqlSteps.noWay(effect, Tree.text(alter) + ";");
    }

    private static boolean isRename(ChangeColumnContext change) {
        return !key(change.identifier()).equals(key(change.columnDefinition().identifier()));
    }

    private static boolean isColumn(AlterTableDropContext drop) {
        return drop.FOREIGN() == null
                && drop.PRIMARY() == null
                && drop.keyOrIndex() == null
                && drop.CHECK() == null
                && drop.CONSTRAINT() == null;
    }

    private static IdentifierContext column(AlterTableDropContext drop) {
        return Tree.all(drop, IdentifierContext.class).get(0);
    }
}
