package com.javaonjets.migration;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The invalid indexes that an interrupted CREATE INDEX CONCURRENTLY leaves on PostgreSQL. A rerun would fail at the
 * name; with IF NOT EXISTS it would pass, and leave an index that no query ever uses.
 */
record UnfinishedIndexes(Session session, Dialect dialect) {

    private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"|[\\w$]+)(?:\\.(?:\"(?:[^\"]|\"\")+\"|[\\w$]+))?)";

    private static final Pattern CONCURRENTLY = Pattern.compile(
            "(?is)create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?(?:(?!on\\s)"
                    + "((?:\"(?:[^\"]|\"\")+\"|[\\w$]+))\\s+)?on\\s+(?:only\\s+)?" + NAME + ".*");

    /** One that is being built at this moment is invalid too. Without a name in the statement, any index of the table. */
    private static final String QUERY = """
            SELECT indexrelid::regclass::text
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE indrelid = to_regclass(?) AND NOT indisvalid AND relkind = 'i'
              AND (? = '' OR quote_ident(relname) = ? OR relname = lower(?))
              AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = indexrelid)
            ORDER BY 1 LIMIT 1""";

    /** @throws JetsException if one of the scripts was interrupted */
    void refuse(List<Script> scripts) throws SQLException {
        for (Script script : scripts) {
            Optional<String> index = left(script);
            if (index.isPresent()) {
                throw new JetsException(script.file().script() + " was interrupted: its index " + index.get()
                        + " is there, half built and marked invalid, so that no query uses it; nothing was run;"
                        + " run db-repair, which drops it, or DROP INDEX CONCURRENTLY " + index.get()
                        + "; then db-migrate");
            }
        }
    }

    /** Drops them, and says so. */
    List<String> dropped(List<Script> scripts) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Script script : scripts) {
            Optional<String> index = left(script);
            if (index.isPresent()) {
                session.execute("DROP INDEX CONCURRENTLY " + index.get());
                lines.add("dropped the index " + index.get() + ", which an interrupted run of "
                        + script.file().script() + " left invalid; db-migrate builds it again");
            }
        }
        return lines;
    }

    private Optional<String> left(Script script) throws SQLException {
        if (!dialect.rollsBackDdl() || script.inTransaction()) {
            return Optional.empty();
        }
        for (Script.ScriptStatement statement : script.statements()) {
            Matcher index = CONCURRENTLY.matcher(Comments.skipped(statement.sql()));
            if (index.matches()) {
                String name = Optional.ofNullable(index.group(1)).orElse("");
                return Optional.ofNullable(session.value(QUERY, index.group(2), name, name, name));
            }
        }
        return Optional.empty();
    }
}
