package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The indexes that an interrupted CREATE INDEX CONCURRENTLY leaves on PostgreSQL. At an invalid one, a rerun would fail at
 * the name; with IF NOT EXISTS it would pass, and leave an index that no query ever uses. A valid one comes of a run that
 * was killed while its server, which does not notice, went on.
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

    private static final String BUILT = """
            SELECT pg_get_indexdef(indexrelid)
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE indrelid = to_regclass(?) AND indisvalid AND (quote_ident(relname) = ? OR relname = lower(?))""";

    /** Of equal definition but for the name. */
    private static final String TWINS = """
            SELECT format('%s and %s', one.indexrelid::regclass, other.indexrelid::regclass)
            FROM pg_index one JOIN pg_class a ON a.oid = one.indexrelid
            JOIN pg_index other ON other.indrelid = one.indrelid AND other.indexrelid > one.indexrelid
            JOIN pg_class b ON b.oid = other.indexrelid
            WHERE one.indrelid = to_regclass(?) AND one.indisvalid AND other.indisvalid
              AND replace(pg_get_indexdef(a.oid), ' ' || quote_ident(a.relname) || ' ON ', ' ON ')
                = replace(pg_get_indexdef(b.oid), ' ' || quote_ident(b.relname) || ' ON ', ' ON ')
            ORDER BY 1 LIMIT 1""";

    private static final String EXISTS_ALREADY = "42P07";

    /** @throws JetsException if one of the scripts was interrupted */
    void refuse(List<Script> scripts) throws SQLException {
        for (Script script : scripts) {
            Optional<String> index = left(script);
            if (index.isPresent()) {
                throw new JetsException(script.file().script() + " was interrupted: its index " + index.get()
                        + " is there, half built and marked invalid, so that no query uses it; nothing was run;"
                        + " run mvn jets:db-repair, which drops it, or DROP INDEX CONCURRENTLY " + index.get()
                        + "; then mvn jets:db-migrate");
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
                        + script.file().script() + " left invalid; mvn jets:db-migrate builds it again");
            }
        }
        return lines;
    }

    private Optional<String> left(Script script) throws SQLException {
        Optional<Matcher> index = concurrently(script);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        String name = name(index.get());
        return Optional.ofNullable(session.value(QUERY, index.get().group(2), name, name, name));
    }

    /** Where the server chose the name, a rerun has built another index beside the one that the server had finished. */
    List<String> twins(List<Script> scripts) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Script script : scripts) {
            Optional<Matcher> index =
                    concurrently(script).filter(one -> name(one).isEmpty());
            Optional<String> both = index.isPresent()
                    ? Optional.ofNullable(session.value(TWINS, index.get().group(2)))
                    : Optional.empty();
            both.ifPresent(names -> lines.add("the indexes " + names + " are equal; if a run of "
                    + script.file().script() + " was killed, the server had finished one of them: drop it by DROP INDEX"
                    + " CONCURRENTLY; an index with a name in its statement is not built twice"));
        }
        return lines;
    }

    private Optional<Matcher> concurrently(Script script) {
        if (!dialect.rollsBackDdl() || script.inTransaction()) {
            return Optional.empty();
        }
        return script.statements().stream()
                .map(statement -> CONCURRENTLY.matcher(Comments.skipped(statement.sql())))
                .filter(Matcher::matches)
                .findFirst();
    }

    /** The definition of the valid index that a statement met which was to build it; empty if that is not why it failed. */
    Optional<String> built(FailedStatement failed) throws SQLException {
        Matcher index = CONCURRENTLY.matcher(Comments.skipped(failed.sql()));
        if (!EXISTS_ALREADY.equals(failed.server().getSQLState()) || !index.matches()) {
            return Optional.empty();
        }
        String name = name(index);
        return Optional.ofNullable(session.value(BUILT, index.group(2), name, name));
    }

    /** Empty where the server is to choose it. */
    private static String name(Matcher index) {
        return Optional.ofNullable(index.group(1)).orElse("");
    }
}
