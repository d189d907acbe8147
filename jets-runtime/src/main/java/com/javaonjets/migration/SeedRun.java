package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.FlywayScripts.ReadyStatement;
import com.javaonjets.migration.Script.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * One run of seeds. Statements that change rows go to the server by the hundred; where such a batch fails, it is taken
 * back and run one by one, which tells the statement that fails, and lets those pass that answer with rows.
 */
final class SeedRun {

    private static final int BATCH = 500;
    private static final int MYSQL_SYNTAX_ERROR = 1064;
    private static final Pattern CHANGES_ROWS = Pattern.compile("(?is)(insert|update|delete|replace)\\b.*");

    private final Session session;
    private final Connection connection;
    private final Dialect dialect;
    private final FlywayScripts scripts;

    /** The last statement that has committed by itself, with all that ran before it. */
    private @Nullable Step committed;

    private boolean begun;

    private record Step(MigrationFile file, ReadyStatement ready) {

        ScriptStatement statement() {
            return ready.statement();
        }

        boolean changesRows() {
            return CHANGES_ROWS.matcher(Comments.skipped(statement().sql())).matches();
        }

        String place() {
            return file.script() + ", line " + statement().line();
        }
    }

    SeedRun(Session session, Dialect dialect, FlywayScripts scripts) {
        this.session = session;
        this.connection = session.connection();
        this.dialect = dialect;
        this.scripts = scripts;
    }

    /** Runs all of them, and says how many statements there were. */
    int run(Collection<MigrationFile> files) throws SQLException {
        List<Step> steps = files.stream().flatMap(file -> read(file).stream()).toList();
        steps.forEach(SeedRun::refuseAlone);
        connection.setAutoCommit(false);
        for (List<Step> group : groups(steps)) {
            run(group);
        }
        commit();
        return steps.size();
    }

    private List<Step> read(MigrationFile file) {
        try {
            return scripts.statements(file, connection).stream()
                    .map(ready -> new Step(file, ready))
                    .toList();
        } catch (FlywayException e) {
            throw Rewording.of(e, file);
        }
    }

    private static void refuseAlone(Step step) {
        if (!step.statement().inTransaction()) {
            throw new JetsException(step.place() + ": '"
                    + FailureMessage.shortened(step.statement().sql())
                    + "' cannot run in a transaction, and seeds are one; nothing was run; put it into a migration");
        }
    }

    /** Those that change rows, by the batch; each other one alone. */
    private static List<List<Step>> groups(List<Step> steps) {
        List<List<Step>> groups = new ArrayList<>();
        List<Step> batch = new ArrayList<>();
        for (Step step : steps) {
            if (!batch.isEmpty() && (!step.changesRows() || batch.size() == BATCH)) {
                groups.add(batch);
                batch = new ArrayList<>();
            }
            if (step.changesRows()) {
                batch.add(step);
            } else {
                groups.add(List.of(step));
            }
        }
        groups.add(batch);
        return groups;
    }

    private void run(List<Step> group) throws SQLException {
        if (group.size() > 1 && runAtOnce(group)) {
            begun = true;
            return;
        }
        for (Step step : group) {
            runAlone(step);
        }
    }

    private boolean runAtOnce(List<Step> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Step step : batch) {
                // MySQL's driver joins them by semicolons, which a comment at a statement's end must not swallow.
                statement.addBatch(step.statement().sql() + "\n");
            }
            statement.executeBatch();
        } catch (SQLException e) {
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        return true;
    }

    private void runAlone(Step step) {
        String sql = step.statement().sql();
        try {
            step.ready().action().run();
        } catch (SQLException e) {
            if (!dialect.rollsBackDdl() && dialect.commits(sql) && e.getErrorCode() != MYSQL_SYNTAX_ERROR && begun) {
                committed = step;
            }
            throw failure(
                    step.file().script() + " failed at line " + step.statement().line(), step, e);
        }
        begun = true;
        if (dialect.commits(sql)) {
            committed = step;
        }
    }

    private void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new JetsException(
                    "the seeds ran, but the database did not commit them: " + ServerWords.of(e) + "\n  kept: " + kept()
                            + "\n  next: correct the files, then run mvn jets:db-seed again",
                    e);
        }
    }

    private JetsException failure(String what, Step step, SQLException server) {
        return new JetsException(
                what + ": " + ServerWords.of(server) + "\n  statement: "
                        + FailureMessage.shortened(step.statement().sql()) + "\n  kept: " + kept()
                        + "\n  next: correct the file, then run mvn jets:db-seed again",
                server);
    }

    private String kept() {
        if (!session.isAlive()) {
            return "unknown, since the connection was lost";
        }
        if (committed != null) {
            return "what the seeds did until " + committed.place() + ", which commits by itself";
        }
        return begun ? "nothing; what the seeds had done was rolled back" : "nothing";
    }
}
