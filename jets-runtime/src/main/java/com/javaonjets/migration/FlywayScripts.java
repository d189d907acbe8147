package com.javaonjets.migration;

import com.javaonjets.config.Adapter;
import com.javaonjets.migration.Script.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.database.DatabaseType;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutor;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.mysql.MySQLDatabaseType;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's own parser and executor of SQL files, so that a U file is understood exactly as a V file is. It finds no
 * migrations: being asked for them is how it is handed both.
 *
 * <p>The only class that knows Flyway's internal ones; FlywayScriptsTest tells when an upgrade has changed those.
 */
final class FlywayScripts implements MigrationResolver {

    private static final List<String> FLYWAYS_OWN = List.of(
            "database", "defaultSchema", "environment", "filename", "table", "timestamp", "user", "workingDirectory");

    private @Nullable Context context;

    @Override
    public Collection<ResolvedMigration> resolveMigrations(Context handed) {
        context = handed;
        return List.of();
    }

    /** @throws FlywayException if the file cannot be parsed, or a placeholder has no value */
    Script read(MigrationFile file) {
        SqlScript script = open(file);
        return new Script(file, statements(script), script.executeInTransaction());
    }

    private static List<ScriptStatement> statements(SqlScript script) {
        List<ScriptStatement> statements = new ArrayList<>();
        try (SqlStatementIterator iterator = script.getSqlStatements()) {
            while (iterator.hasNext()) {
                statements.add(scriptStatement(iterator.next()));
            }
        }
        return statements;
    }

    /**
     * The statements of a file, read without a database; what only a database knows of Flyway's own placeholders is
     * made up.
     *
     * @throws FlywayException if the file cannot be parsed, or a placeholder has no value
     */
    static List<ScriptStatement> readOffline(
            Adapter adapter, MigrationFile file, ResourceProvider settings, Map<String, String> placeholders) {
        Configuration configuration =
                Flyway.configure().placeholders(placeholders).mixed(true);
        ParsingContext context = new ParsingContext();
        FLYWAYS_OWN.forEach(name -> context.getPlaceholders().put("flyway:" + name, name));
        return statements(databaseType(adapter)
                .createSqlScriptFactory(configuration, context)
                .createSqlScript(FileResources.resource(file), true, settings));
    }

    private static DatabaseType databaseType(Adapter adapter) {
        return switch (adapter) {
            case MYSQL -> new MySQLDatabaseType();
            case POSTGRESQL -> new PostgreSQLDatabaseType();
        };
    }

    /**
     * The file's statements, each ready to run on the connection, a COPY with its rows.
     *
     * @throws FlywayException if the file cannot be parsed, or a placeholder has no value
     */
    List<ReadyStatement> statements(MigrationFile file, Connection connection) {
        JdbcTemplate template = new JdbcTemplate(connection, Types.NULL);
        SqlScriptExecutor executor =
                handed().sqlScriptExecutorFactory.createSqlScriptExecutor(connection, false, false, false);
        List<ReadyStatement> statements = new ArrayList<>();
        try (SqlStatementIterator iterator = open(file).getSqlStatements()) {
            while (iterator.hasNext()) {
                SqlStatement statement = iterator.next();
                statements.add(new ReadyStatement(
                        scriptStatement(statement),
                        () -> check(statement.execute(template, executor, handed().configuration))));
            }
        }
        return statements;
    }

    private static void check(Results results) throws SQLException {
        SQLException failure = results.getException();
        if (failure != null) {
            throw failure;
        }
    }

    private static ScriptStatement scriptStatement(SqlStatement statement) {
        return new ScriptStatement(statement.getLineNumber(), statement.getSql(), statement.canExecuteInTransaction());
    }

    /** @throws FlywayException if a statement fails; {@link #failed} tells which */
    void run(MigrationFile file, Connection connection) {
        handed().sqlScriptExecutorFactory
                .createSqlScriptExecutor(connection, false, false, false)
                .execute(open(file), handed().configuration);
    }

    private SqlScript open(MigrationFile file) {
        return handed().sqlScriptFactory.createSqlScript(FileResources.resource(file), true, handed().resourceProvider);
    }

    private Context handed() {
        if (context == null) {
            throw new IllegalStateException("Flyway has not been asked for its migrations yet");
        }
        return context;
    }

    /** The statement whose failure is at the bottom of an exception, if it is one of a file. */
    static Optional<FailedStatement> failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywaySqlScriptException script) {
                return Rewording.server(script).map(server -> failed(script, server));
            }
        }
        return Optional.empty();
    }

    private static FailedStatement failed(FlywaySqlScriptException script, SQLException server) {
        return new FailedStatement(
                script.getResource().getRelativePath(), script.getLineNumber(), script.getStatement(), server);
    }

    /** A statement and the running of it. */
    record ReadyStatement(ScriptStatement statement, Action action) {}

    /** Runs on the connection that it was made for. */
    interface Action {

        void run() throws SQLException;
    }

    /** @param script the path of its file below the folder */
    record FailedStatement(String script, int line, String sql, SQLException server) {}
}
