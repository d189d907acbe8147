package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.MigrationStatus.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a database is as its migrations say.
 *
 * @param statuses of its migrations
 */
public record UpToDate(DatabaseConfig database, List<MigrationStatus> statuses) {

    private static final Set<State> PENDING = Set.of(State.DOWN, State.FAILED, State.INTERRUPTED);

    /** What only a person can bring to an end. */
    private static final Set<State> HALF_WAY = Set.of(State.FAILED, State.INTERRUPTED);

    public UpToDate {
        statuses = List.copyOf(statuses);
    }

    /**
     * Requires of all of them that every migration is applied, from a file that is there and unchanged.
     *
     * @throws JetsException if not, listing those of each database, with what to run
     */
    public static void require(List<UpToDate> databases) {
        List<String> lines =
                databases.stream().flatMap(one -> one.complaint().stream()).toList();
        if (!lines.isEmpty()) {
            throw new JetsException(String.join("\n", lines));
        }
    }

    /**
     * Requires that nothing is pending, or stands half-applied.
     *
     * @param purpose what needs it
     * @throws JetsException if something is, listing it, with what to run
     */
    void requireNothingPending(String purpose) {
        List<String> pending = statuses.stream()
                .filter(status -> PENDING.contains(status.state()))
                .map(status -> "  " + status.migration().script())
                .toList();
        if (!pending.isEmpty()) {
            throw new JetsException(purpose + " needs a database without pending migrations, and " + name() + " has "
                    + pending.size() + "; nothing was run:\n" + String.join("\n", pending) + "\n  next: "
                    + finishing().stream().findFirst().orElseGet(() -> command("db-migrate")) + ", then again");
        }
    }

    /** What to do next where a migration stands half-applied, or where there is none yet; else nothing. */
    public List<String> advice() {
        return statuses.isEmpty() ? List.of("no migration yet; next: " + generating()) : next(finishing());
    }

    private static List<String> next(List<String> steps) {
        return steps.stream().map(step -> "next: " + step).toList();
    }

    private String generating() {
        return command("db-generate") + " -Dname=create_posts -Dfields=\"title:string body:text\"";
    }

    private List<String> finishing() {
        return statuses.stream()
                .filter(status -> HALF_WAY.contains(status.state()))
                .map(this::finishing)
                .distinct()
                .toList();
    }

    private List<String> complaint() {
        Map<String, String> next = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (MigrationStatus status : statuses) {
            String script = status.migration().script();
            switch (status.state()) {
                case UP, SKIPPED -> {}
                case DOWN -> note(lines, next, script + " is pending", command("db-migrate"));
                case MISSING ->
                    note(
                            lines,
                            next,
                            script + " is applied, and its file is missing",
                            "fetch the missing file from the branch or the commit that has it: that of an applied migration stays");
                case CHANGED ->
                    note(
                            lines,
                            next,
                            script + " was changed after it was applied",
                            "restore the changed file, or, if the database has what it says now, "
                                    + command("db-repair"));
                case FAILED -> note(lines, next, script + " failed half-way", finishing(status));
                case INTERRUPTED ->
                    note(
                            lines,
                            next,
                            (status.appliedAt().isEmpty() ? script : "the rollback of " + script)
                                    + " was interrupted half-way",
                            finishing(status));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, name() + " is not as its migrations say:");
            lines.add("  next: " + String.join("\n        ", next.values()));
        }
        return lines;
    }

    /** Where DDL commits by itself, what was applied is on record, and has to be forgotten with it if it is taken back. */
    private String finishing(MigrationStatus status) {
        if (status.state() == State.INTERRUPTED) {
            return command("db-repair") + ", which says what is done of the interrupted one, and how to go on";
        }
        return database.adapter() == Adapter.MYSQL
                ? "correct the file behind what the failed one has left, then " + command("db-repair") + " and "
                        + command("db-migrate")
                        + ", which goes on from there; or take back by hand what it has left, then "
                        + command("db-repair") + " -Djets.interrupted=restart"
                : "take back by hand what the failed one has left, then " + command("db-repair");
    }

    private static void note(List<String> lines, Map<String, String> next, String line, String step) {
        lines.add("  " + line);
        next.putIfAbsent(step, step);
    }

    private String name() {
        return database.database() + " (" + database.environment() + ")";
    }

    private String command(String goal) {
        return "mvn jets:" + goal
                + (database.environment().equals(Environment.DEVELOPMENT)
                        ? ""
                        : " -Djets.env=" + database.environment())
                + (database.name().equals("primary") ? "" : " -Ddb=" + database.name());
    }
}
