package com.javaonjets.migration;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;

/**
 * Deals many migrations out to Flyway a few at a time, under the one lock. Before each migration Flyway goes through all
 * that it knows of; among thousands that takes longer than the migration.
 */
final class Batches {

    /** The time Flyway takes to start once more is small beside that of so many. */
    static final int SIZE = 100;

    private Batches() {}

    /**
     * What is to be migrated, one after the other.
     *
     * @param scripts all that are pending up to the target, in the order in which they run
     */
    static List<Batch> of(Run run, MigrationVersion target, List<Script> scripts) {
        if (scripts.size() <= SIZE
                || run.engine().knowsClasses()
                || !run.files().canBeParted()) {
            return List.of(new Batch(run.engine(), target));
        }
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < scripts.size(); from += SIZE) {
            List<Script> few = scripts.subList(from, Math.min(from + SIZE, scripts.size()));
            batches.add(new Batch(run.engine().only(few), MigrationVersion.LATEST));
        }
        return batches;
    }

    /** An engine and how far it is to go; it refuses a version of which it knows no migration. */
    record Batch(FlywayEngine engine, MigrationVersion target) {

        void migrate(Callback... callbacks) {
            engine.migrate(target, callbacks);
        }
    }
}
