package com.javaonjets.migration;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Inventory.Entry;
import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the newest migrations back and applies those again, and no other, under one lock. */
record Redo(Run run, int steps) {

    List<Migration> again() throws SQLException {
        return run.locked(() -> {
            refuseWhatCannotReturn();
            List<Migration> back = Down.steps(run, steps).takeBack();
            return back.isEmpty()
                    ? List.of()
                    : Up.all(run.without(others(back))).apply();
        });
    }

    /** Looks before the way back at all that would stop the way up, lest the database be left between the two. */
    private void refuseWhatCannotReturn() {
        Inventory inventory = run.inventory();
        List<Entry> chosen =
                inventory.appliedNewestFirst().stream().limit(steps).toList();
        String missing = chosen.stream()
                .filter(entry -> entry.state() == State.MISSING)
                .map(entry -> entry.migration().script())
                .collect(joining(", "));
        if (!missing.isEmpty()) {
            throw new JetsException(missing + " cannot be applied again: the file is missing; nothing was run;"
                    + " it may be on another branch; mvn jets:db-rollback takes it back alone, by its U file");
        }
        Checks.refuseTroubled(inventory.without(chosen));
        chosen.stream()
                .flatMap(entry -> run.files().file(entry.migration().script()).stream())
                .forEach(file -> Checks.readable(file, run.engine().scripts()));
    }

    /** Pending too, and not for this run. */
    private Set<String> others(List<Migration> back) {
        Set<String> others = new HashSet<>();
        run.inventory()
                .in(State.DOWN)
                .forEach(entry -> others.add(entry.migration().script()));
        back.forEach(migration -> others.remove(migration.script()));
        return others;
    }
}
