package com.javaonjets.migration;

import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** MySQL and MariaDB. */
final class MysqlDialect implements Dialect {

    /** "Statements That Cause an Implicit Commit" of MySQL's manual; temporary tables are the exception there. */
    private static final Pattern COMMITS = Pattern.compile("""
            (?isx) (?! (create|drop) \\s+ temporary )
            ( alter | analyze | cache | check | create | drop | flush | grant | import | install | load \\s+ index
            | lock \\s+ tables? | optimize | rename | repair | reset | revoke | truncate | uninstall | unlock \\s+ tables?
            | begin | start \\s+ transaction | commit | rollback | set \\s+ password ) \\b .*""");

    @Override
    public FlywayModule flywayModule() {
        return new FlywayModule("flyway-mysql", "org.flywaydb.database.mysql.MySQLDatabaseType");
    }

    @Override
    public void configure(FluentConfiguration configuration) {}

    @Override
    public String sessionStart() {
        return "";
    }

    @Override
    public String currentSchema() {
        return "SELECT DATABASE()";
    }

    @Override
    public String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String epochSeconds(String column) {
        return "UNIX_TIMESTAMP(" + column + ")";
    }

    @Override
    public String tryLock() {
        return "SELECT GET_LOCK(?, 1)";
    }

    @Override
    public String unlock() {
        return "SELECT RELEASE_LOCK(?)";
    }

    @Override
    public String lockHolder() {
        return """
                SELECT CONCAT('connection ', holder, COALESCE(
                    (SELECT CONCAT(' of user ', USER, ' from ', HOST) FROM information_schema.PROCESSLIST WHERE ID = holder), ''))
                FROM (SELECT IS_USED_LOCK(?) AS holder) the_lock""";
    }

    @Override
    public Object lockKey(String historyTable) {
        return "Flyway-" + historyTable.hashCode();
    }

    @Override
    public boolean rollsBackDdl() {
        return false;
    }

    @Override
    public boolean commits(String sql) {
        return COMMITS.matcher(Comments.skipped(sql)).matches();
    }

    @Override
    public Shortcuts shortcuts() {
        return new MysqlShortcuts();
    }

    /** Connector/J asks before each statement whether the session is read-only, which the server refuses by itself. */
    @Override
    public Map<String, String> sparing() {
        return Map.of("readOnlyPropagatesToServer", "false");
    }

    @Override
    public Map<String, String> batching() {
        return Map.of("rewriteBatchedStatements", "true");
    }

    @Override
    public String timestamp() {
        return "datetime(6)";
    }

    @Override
    public String now() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    public String user() {
        return "SUBSTRING_INDEX(USER(), '@', 1)";
    }

    @Override
    public String sessionReset() {
        return "";
    }
}
