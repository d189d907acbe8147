package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Tripwire.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A run that is killed, as {@code kill -9} does it, before and at each message to its server: the run after it ends with
 * the right tables and exactly the right rows, once it was told what it cannot know.
 */
interface KillContract {

    /** Every statement changes what it meets when it runs twice. */
    String UP = """
            create table a (id int primary key, n int);
            insert into a values (1, 10), (2, 20);
            update a set n = n + 1;
            alter table a add column m int;
            insert into a values (3, 30, 300);
            create table b (id int primary key, n int);
            insert into b select id, n from a;
            update b set n = n + 100;
            """;

    String DOWN = """
            update a set n = n - 1 where id < 3;
            drop table b;
            update a set n = n + 5;
            alter table a drop column m;
            delete from a where id = 3;
            update a set n = n + 1000;
            """;

    /** Every moment there is, which takes minutes: {@code -Djets.kill.all=true}. */
    boolean ALL = Boolean.getBoolean("jets.kill.all");

    Pattern ASKED =
            Pattern.compile("(?s)[UV]1__x\\.sql was interrupted at line (\\d+), and whether this statement has happened"
                    + " is not known; nothing was run\n  statement: .*\n  check: SHOW CREATE TABLE [ab]\n  next: if it has happened,"
                    + " mvn jets:db-repair -Djets\\.interrupted=done; .*");

    /** An empty database and an empty folder each time. */
    MigrationProject newProject();

    /**
     * What the first message contains that belongs to the migration.
     *
     * @param steps as for {@link MigratingProcess}
     */
    String first(int steps);

    @Test
    default void migratesAfterBeingKilledAtAnyMoment() throws Exception {
        MigrationProject whole = newProject().with("V1__x.sql", UP);
        Set<Integer> asked = new TreeSet<>();
        for (Moment moment : moments(whole, 0)) {
            MigrationProject project = newProject().with("V1__x.sql", UP);
            kill(project, 0, moment);
            asked.addAll(finish(project, () -> project.migrator().migrate()));
            assertThat(state(project)).describedAs("%s", moment).isEqualTo(state(whole));
        }
        assertThat(asked).isEqualTo(questions(0, Set.of(1, 4, 6)));
    }

    @Test
    default void rollsBackAfterBeingKilledAtAnyMoment() throws Exception {
        MigrationProject whole = newProject().with("V1__x.sql", UP).with("U1__x.sql", DOWN);
        whole.migrator().migrate();
        Set<Integer> asked = new TreeSet<>();
        for (Moment moment : moments(whole, 1)) {
            MigrationProject project = newProject().with("V1__x.sql", UP).with("U1__x.sql", DOWN);
            project.migrator().migrate();
            kill(project, 1, moment);
            asked.addAll(finish(project, () -> {
                if (!project.versions().isEmpty()) {
                    project.migrator().rollback(1);
                }
            }));
            assertThat(state(project)).describedAs("%s", moment).isEqualTo(state(whole));
        }
        assertThat(asked).isEqualTo(questions(1, Set.of(2, 4)));
    }

    /** Where DDL is rolled back, nothing is ever asked. */
    private Set<Integer> questions(int steps, Set<Integer> definitions) {
        if (!first(steps).contains(Records.NAME)) {
            return Set.of();
        }
        return ALL ? new TreeSet<>(definitions) : Set.of(4);
    }

    /** Before each message of a whole run, and at those that the server takes long for. */
    private List<Moment> moments(MigrationProject project, int steps) throws Exception {
        List<String> messages;
        try (Tripwire wire = new Tripwire(project.config(), new Moment(first(steps), -1, false), () -> {})) {
            MigratingProcess process =
                    new MigratingProcess(project.config(), wire.port(), project.folder(), steps).begin();
            assertThat(process.await()).describedAs(process.log()).isZero();
            messages = wire.counted();
        }
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < messages.size() && !isOver(messages.subList(0, i)); i++) {
            if (!isChosen(messages, i, steps == 0 ? 2 : 1)) {
                continue;
            }
            moments.add(new Moment(first(steps), i, false));
            if (messages.get(i).matches("(?is).*\\b(alter|drop) table.*|.*\\bcommit\\b.*")) {
                moments.add(new Moment(first(steps), i, true));
            }
        }
        assertThat(moments).hasSizeGreaterThanOrEqualTo(steps == 0 ? 10 : 6);
        return moments;
    }

    /** Those around the change of a table that has changes of rows before it and behind it, and the last ones. */
    private static boolean isChosen(List<String> messages, int number, int reach) {
        int definition = 0;
        while (!messages.get(definition).matches("(?is).*\\balter table.*")
                || messages.get(definition).contains(Records.NAME)) {
            definition++;
        }
        return ALL
                || (number >= definition - reach && number <= definition + reach + 1)
                || messages.get(number).contains(History.NAME)
                || isOver(messages.subList(0, number + 1));
    }

    /** What follows the commit of the history's row leaves nothing to find. */
    private static boolean isOver(List<String> messages) {
        boolean told = false;
        for (String message : messages) {
            if (told && message.matches("(?is).*\\bcommit\\b.*")) {
                return true;
            }
            told = told || message.matches("(?is).*(insert into|delete from) .?\\w+.?\\..?flyway_schema_history.*");
        }
        return false;
    }

    private void kill(MigrationProject project, int steps, Moment moment) throws IOException, InterruptedException {
        List<MigratingProcess> process = new ArrayList<>();
        try (Tripwire wire =
                new Tripwire(project.config(), moment, () -> process.get(0).kill())) {
            process.add(new MigratingProcess(project.config(), wire.port(), project.folder(), steps));
            process.get(0).begin().await();
            assertThat(wire.hasActed()).describedAs(process.get(0).log()).isTrue();
        }
    }

    /** Returns the lines that were asked about. */
    private static List<Integer> finish(MigrationProject project, Runnable run) {
        List<Integer> asked = new ArrayList<>();
        while (true) {
            try {
                run.run();
                return asked;
            } catch (JetsException e) {
                Matcher question = ASKED.matcher(String.valueOf(e.getMessage()));
                assertThat(question.matches()).describedAs(e.getMessage()).isTrue();
                int line = Integer.parseInt(question.group(1));
                assertThat(asked).doesNotContain(line);
                asked.add(line);
                boolean happened = String.valueOf(e.getMessage()).startsWith("U")
                        ? isUndone(project, line)
                        : isDone(project, line);
                project.migrator().answer(happened ? Answer.DONE : Answer.UNDONE);
            }
        }
    }

    private static boolean isDone(MigrationProject project, int line) {
        return switch (line) {
            case 1 -> project.tables().contains("a");
            case 4 -> hasColumn(project);
            case 6 -> project.tables().contains("b");
            default -> throw new IllegalArgumentException("line " + line);
        };
    }

    private static boolean isUndone(MigrationProject project, int line) {
        return switch (line) {
            case 2 -> !project.tables().contains("b");
            case 4 -> !hasColumn(project);
            default -> throw new IllegalArgumentException("line " + line);
        };
    }

    private static boolean hasColumn(MigrationProject project) {
        return !project.query("select 1 from information_schema.columns where table_name = 'a' and column_name = 'm'"
                        + " and table_schema = " + schema(project))
                .isEmpty();
    }

    private static String schema(MigrationProject project) {
        return switch (project.config().adapter()) {
            case MYSQL -> "database()";
            case POSTGRESQL -> "current_schema()";
        };
    }

    private static Map<String, List<String>> state(MigrationProject project) {
        Map<String, List<String>> state = new LinkedHashMap<>();
        state.put("versions", project.versions());
        state.put("a", project.query("select concat(id, ' ', n) from a order by id"));
        state.put("column", List.of(Boolean.toString(hasColumn(project))));
        if (project.tables().contains("b")) {
            state.put("b", project.query("select concat(id, ' ', n) from b order by id"));
        }
        if (!project.query("select 1 from information_schema.tables where table_name = '" + Records.NAME
                        + "' and table_schema = " + schema(project))
                .isEmpty()) {
            state.put("records", project.query("select migration from " + Records.NAME));
        }
        return state;
    }
}
