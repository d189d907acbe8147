package com.javaonjets.migration;

import com.javaonjets.migration.MigrationListener.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener how a run of Flyway goes. Flyway's event for the end of a migration comes before its commit, so
 * the listener hears of it with the next event, or by {@link #ended}.
 */
final class Progress implements Callback {

    private final MigrationListener listener;
    private final List<Migration> finished = new ArrayList<>();
    private @Nullable Migration running;
    private @Nullable Duration took;
    private long start;

    Progress(MigrationListener listener) {
        this.listener = listener;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            ended();
            begun(context.getMigrationInfo());
        } else {
            took = Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private void begun(MigrationInfo info) {
        running = Inventory.migration(info);
        start = System.nanoTime();
        listener.starting(running, Direction.UP);
    }

    /** Says that what has run so far is committed. */
    void ended() {
        if (running != null && took != null) {
            finished.add(running);
            listener.finished(running, Direction.UP, took);
        }
        running = null;
        took = null;
    }

    /** The migration that has begun and is not known to be committed. */
    Optional<Migration> running() {
        return Optional.ofNullable(running);
    }

    List<Migration> finished() {
        return List.copyOf(finished);
    }

    @Override
    public String getCallbackName() {
        return "jets";
    }
}
