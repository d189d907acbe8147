package com.javaonjets.maven;

import com.javaonjets.migration.Migration;
import com.javaonjets.migration.MigrationListener;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Prints a line as a migration starts and a line as it ends, as Rails does. Of more than {@value #MANY} that run one after
 * the other it prints how many are done, in steps of 5 %, and of those that take long a line each.
 */
final class ProgressLines implements MigrationListener {

    /** Rails' own width of these lines. */
    private static final int WIDTH = 75;

    private static final int MANY = 100;
    private static final int STEPS = 20;
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Log log;
    private int count;
    private int done;

    ProgressLines(Log log) {
        this.log = log;
    }

    @Override
    public void planned(int migrations) {
        count = migrations;
        done = 0;
        if (isMany()) {
            print(count + " migrations");
        }
    }

    private boolean isMany() {
        return count > MANY;
    }

    @Override
    public void starting(Migration migration, Direction direction) {
        if (isMany()) {
            return;
        }
        print(title(migration) + ": " + (direction == Direction.UP ? "migrating" : "reverting"));
    }

    @Override
    public void finished(Migration migration, Direction direction, Duration took) {
        done++;
        if (isMany() && took.compareTo(LONG) < 0) {
            printStep(migration);
            return;
        }
        String seconds = String.format(Locale.ROOT, "%.4fs", took.toNanos() / 1e9);
        print(title(migration) + ": " + (direction == Direction.UP ? "migrated" : "reverted") + " (" + seconds + ")");
    }

    private void printStep(Migration migration) {
        if (done * STEPS / count > (done - 1) * STEPS / count) {
            print(done + " of " + count + " migrated, up to " + title(migration));
        }
    }

    @Override
    public void waiting(String holder) {
        log.info("waiting for the migration lock, held by " + holder);
    }

    @Override
    public void warned(String sentence) {
        log.warn(sentence);
    }

    private static String title(Migration migration) {
        String name = Arrays.stream(migration.description().split(" "))
                .map(word -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return migration.version().map(version -> version + " ").orElse("") + name;
    }

    private void print(String text) {
        String line = "== " + text + " ";
        log.info(line + "=".repeat(Math.max(2, WIDTH - line.length())));
    }
}
