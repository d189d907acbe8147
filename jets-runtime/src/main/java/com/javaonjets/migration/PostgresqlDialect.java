package com.javaonjets.migration;

import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

final class PostgresqlDialect implements Dialect {

    /** The letters of "Flyway", as its PostgreSQLAdvisoryLockTemplate has them. */
    private static final long FLYWAY = 0x466C79776179L;

    private static final Pattern COMMITS = Pattern.compile("(?is)(commit|end|rollback|abort)\\b.*");

    @Override
    public FlywayModule flywayModule() {
        return new FlywayModule(
                "flyway-database-postgresql", "org.flywaydb.database.postgresql.PostgreSQLDatabaseType");
    }

    /**
     * Flyway's default holds the lock in a transaction of a second session, which CREATE INDEX CONCURRENTLY then waits
     * for without end. Without it Flyway uses one session alone, so that migration and history row commit as one.
     */
    @Override
    public void configure(FluentConfiguration configuration) {
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }

    /** The history's column is a timestamp without time zone, filled by now(). */
    @Override
    public String sessionStart() {
        return "SET TIME ZONE 'UTC'";
    }

    @Override
    public String currentSchema() {
        return "SELECT current_schema()";
    }

    @Override
    public String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String epochSeconds(String column) {
        return "extract(epoch FROM " + column + ")";
    }

    /** Not pg_advisory_lock: its snapshot would keep the holder's CREATE INDEX CONCURRENTLY from ever ending. */
    @Override
    public String tryLock() {
        return "SELECT pg_try_advisory_lock(?)";
    }

    @Override
    public String unlock() {
        return "SELECT pg_advisory_unlock(?)";
    }

    @Override
    public String lockHolder() {
        return """
                SELECT concat('process ', pid, ' of user ', usename, coalesce(' from ' || host(client_addr), ''),
                    coalesce(' (' || nullif(application_name, '') || ')', ''))
                FROM pg_locks JOIN pg_stat_activity USING (pid), (SELECT ?::bigint AS key) wanted
                WHERE locktype = 'advisory' AND granted AND objsubid = 1
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND (classid::bigint << 32) | objid::bigint = key""";
    }

    @Override
    public Object lockKey(String historyTable) {
        return FLYWAY + historyTable.hashCode();
    }

    @Override
    public boolean rollsBackDdl() {
        return true;
    }

    @Override
    public boolean commits(String sql) {
        return COMMITS.matcher(Comments.skipped(sql)).matches();
    }

    @Override
    public Shortcuts shortcuts() {
        return new PostgresqlShortcuts();
    }

    @Override
    public Map<String, String> sparing() {
        return Map.of();
    }

    @Override
    public Map<String, String> batching() {
        return Map.of();
    }

    @Override
    public String timestamp() {
        return "timestamp(6)";
    }

    @Override
    public String now() {
        return "(now() AT TIME ZONE 'UTC')";
    }

    @Override
    public String user() {
        return "current_user";
    }

    @Override
    public String sessionReset() {
        return "RESET search_path; RESET synchronous_commit";
    }
}
