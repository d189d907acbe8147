package com.javaonjets.migration;

import com.javaonjets.config.Adapter;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What differs between the databases when migrations run on them. */
sealed interface Dialect permits MysqlDialect, PostgresqlDialect {

    static Dialect of(Adapter adapter) {
        return switch (adapter) {
            case MYSQL -> new MysqlDialect();
            case POSTGRESQL -> new PostgresqlDialect();
        };
    }

    /** The artifact of Flyway that knows the database, and a class of it. */
    FlywayModule flywayModule();

    /** What Flyway has to be told for this database alone. */
    void configure(FluentConfiguration configuration);

    /** A statement for the start of a session; empty for none. */
    String sessionStart();

    /** A query for the schema that holds the history. */
    String currentSchema();

    String quoted(String identifier);

    /** An expression for the seconds since 1970, UTC, of a column of the history. */
    String epochSeconds(String column);

    /** A query with one parameter, the {@link #lockKey}, that tries to take the lock and answers at once or within a second. */
    String tryLock();

    /** A query with one parameter, the {@link #lockKey}, that gives the lock back. */
    String unlock();

    /** A query with one parameter, the {@link #lockKey}, for a phrase that says which session holds the lock. */
    String lockHolder();

    /**
     * The name of Flyway's own lock, so that whoever migrates with Flyway waits too.
     *
     * @param historyTable quoted and qualified
     */
    Object lockKey(String historyTable);

    /** Whether a failed migration is rolled back as a whole. */
    boolean rollsBackDdl();

    /** Whether the statement ends the transaction it stands in, so that nothing before it can be rolled back. */
    boolean commits(String sql);

    /** What may be left out of what Flyway does around migrations. */
    Shortcuts shortcuts();

    /** Properties of the driver that spare round trips a migration gains nothing by. */
    Map<String, String> sparing();

    /** Properties that let the driver send a batch of statements in few round trips. */
    Map<String, String> batching();

    /** A type for moments in UTC with 6 digits, and an expression for the present one. */
    String timestamp();

    String now();

    /** An expression for the name of the session's user, as Flyway writes it into the history. */
    String user();

    /** What undoes a schema's script's changes of where names are looked up, and lets commits wait for the disk; empty for none. */
    String sessionReset();

    /**
     * What Flyway needs for a database beside its core.
     *
     * @param className of a class that the artifact holds
     */
    record FlywayModule(String artifact, String className) {}
}
