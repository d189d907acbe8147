package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** What one call of the migrator works with. */
record Run(
        DatabaseConfig config,
        History history,
        MigrationFiles files,
        FlywayEngine engine,
        MigrationListener listener,
        Duration patience) {

    Session session() {
        return history.session();
    }

    Dialect dialect() {
        return history.dialect();
    }

    /** This run, to which some of the files are unknown. */
    Run without(Set<String> scripts) {
        return new Run(config, history, files.without(scripts), engine.without(scripts), listener, patience);
    }

    Run withoutPlaceholders() {
        return new Run(config, history, files, engine.withoutPlaceholders(), listener, patience);
    }

    Inventory inventory() {
        try {
            return Inventory.of(engine.infos());
        } catch (FlywayException e) {
            throw Rewording.of(e, files);
        }
    }

    Aftermath aftermath(Script script, FailedStatement failed) {
        return session().isAlive() ? Aftermath.of(script, failed, dialect()) : Aftermath.UNKNOWN;
    }

    Aftermath aftermathOfCommit(Script script) {
        return session().isAlive() ? Aftermath.ofCommit(script, dialect()) : Aftermath.UNKNOWN;
    }

    /**
     * Does what changes the database, under its migration lock.
     *
     * @throws JetsException if a pooler stands before the database, or the lock is held for longer than the patience
     */
    <T> T locked(Work<T> work) throws SQLException {
        if (config.adapter() == Adapter.POSTGRESQL) {
            Pooler.refuse(session(), config);
        }
        try (MigrationLock lock = MigrationLock.take(history, patience, listener)) {
            return lock.during(work);
        }
    }

    /** Something done with the database. */
    interface Work<T> {

        T done() throws SQLException;
    }
}
