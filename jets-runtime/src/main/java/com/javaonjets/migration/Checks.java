package com.javaonjets.migration;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Inventory.Entry;
import com.javaonjets.migration.MigrationStatus.State;
import com.javaonjets.migration.Script.ScriptStatement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** What is refused before anything runs. */
final class Checks {

    private Checks() {}

    /** Refuses to go on from a migration that failed half-way, or changed after it was applied. */
    static void refuseTroubled(Inventory inventory) {
        List<Entry> failed = inventory.in(State.FAILED);
        if (!failed.isEmpty()) {
            throw new JetsException(scripts(failed)
                    + " failed half-way when it was run last, and the history has a failed row of it; nothing was run;"
                    + " run mvn jets:db-repair, which removes the row and says what was applied and how to go on");
        }
        List<Entry> changed = inventory.in(State.CHANGED);
        if (!changed.isEmpty()) {
            throw new JetsException(scripts(changed)
                    + " changed after it was applied; nothing was run; restore the file as it was and put the change into a new migration,"
                    + " or, if the database has what the file says now, run mvn jets:db-repair");
        }
        refuseAppliedAlready(inventory);
    }

    /** As when a migration in Java was written anew in SQL: Flyway would run it. */
    private static void refuseAppliedAlready(Inventory inventory) {
        Set<MigrationVersion> applied = inventory.appliedNewestFirst().stream()
                .flatMap(entry -> entry.version().stream())
                .collect(toCollection(TreeSet::new));
        inventory.in(State.DOWN).stream()
                .filter(entry -> entry.version().map(applied::contains).orElse(false))
                .findFirst()
                .ifPresent(entry -> {
                    throw new JetsException(
                            "version " + entry.migration().version().orElseThrow()
                                    + " is applied already, by a migration of another kind than "
                                    + entry.migration().script()
                                    + "; nothing was run; give the file a version of its own");
                });
    }

    private static String scripts(List<Entry> entries) {
        return entries.stream().map(entry -> entry.migration().script()).collect(joining(", "));
    }

    /** Reads a file that is about to run, and refuses it if its statements cannot run together. */
    static Script readable(MigrationFile file, FlywayScripts scripts) {
        Script script = read(file, scripts);
        if (!FileSettings.decideOnTransaction(file)) {
            refuseMixed(script);
        }
        return script;
    }

    private static Script read(MigrationFile file, FlywayScripts scripts) {
        try {
            return scripts.read(file);
        } catch (FlywayException e) {
            throw Rewording.of(e, file);
        }
    }

    private static void refuseMixed(Script script) {
        List<ScriptStatement> alone = script.statements().stream()
                .filter(statement -> !statement.inTransaction())
                .toList();
        if (!alone.isEmpty() && alone.size() < script.statements().size()) {
            ScriptStatement first = alone.get(0);
            throw new JetsException(script.file().script() + ", line " + first.line() + ": '"
                    + FailureMessage.shortened(first.sql())
                    + "' cannot run in a transaction, and the file's other statements need one; nothing was run;"
                    + " split the file: each of them into a migration of its own");
        }
    }
}
