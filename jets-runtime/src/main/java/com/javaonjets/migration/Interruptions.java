package com.javaonjets.migration;

import static java.util.stream.Collectors.toSet;

import com.javaonjets.JetsException;
import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What interrupted runs have left, on a database that commits DDL by itself; on any other, nothing. To be used under
 * the migration lock, since a run that holds it is not interrupted.
 */
record Interruptions(Run run, Records records, List<Recorded> recorded) {

    private static final String RESTART = "to begin anew, take back by hand what was applied, then "
            + Question.ANSWER + "restart";

    /** Reads what was recorded, and forgets what is through. */
    static Interruptions of(Run run) throws SQLException {
        Records records = Records.of(run.history());
        if (run.dialect().rollsBackDdl()) {
            return new Interruptions(run, records, List.of());
        }
        List<Recorded> all = records.all();
        Set<String> finished = all.isEmpty() ? Set.of() : finished(run.inventory(), all);
        for (String migration : finished) {
            records.removeAll(migration);
        }
        return new Interruptions(
                run,
                records,
                all.stream().filter(one -> !finished.contains(one.migration())).toList());
    }

    /** Applied ones, and rollbacks of what is not applied any more: a run was killed between its end and its last word. */
    private static Set<String> finished(Inventory inventory, List<Recorded> all) {
        Set<String> applied = inventory.entries().stream()
                .filter(entry -> entry.applied() && entry.state() != State.FAILED)
                .map(entry -> migration(entry.migration()))
                .collect(toSet());
        return all.stream()
                .map(Recorded::migration)
                .filter(migration -> migration.startsWith("U")
                        ? !applied.contains("V" + migration.substring(1))
                        : applied.contains(migration))
                .collect(toSet());
    }

    /** What the records call a migration whatever it is written in. */
    static String migration(Migration migration) {
        return Records.key(migration.version().map(version -> "V" + version).orElse("R__" + migration.description()));
    }

    /** Stops what cannot go on without an answer, and says what goes on from where. */
    Interruptions refuseQuestions(List<Script> scripts) throws SQLException {
        opaque().ifPresent(question -> {
            throw new JetsException(question.sentence());
        });
        for (Script script : scripts) {
            Resumption resumption = resumption(script);
            Optional<Question> asked = question(resumption);
            if (asked.isPresent()) {
                throw new JetsException(asked.get().sentence());
            }
            if (!resumption.recorded().isEmpty()) {
                run.listener().warned(goesOn(resumption));
            }
        }
        return this;
    }

    private Optional<Question> question(Resumption resumption) throws SQLException {
        Optional<Question> question = resumption.question();
        return question.isPresent() || resumption.recorded().isEmpty()
                ? question
                : new Traces(run.session()).missing(resumption);
    }

    private static String goesOn(Resumption resumption) {
        int done = resumption.done().size();
        return resumption.parts().script().file().script() + " was interrupted, and goes on "
                + resumption.left().stream()
                        .findFirst()
                        .map(part -> "at line " + part.line())
                        .orElse("at its end")
                + ": " + (done == 1 ? "one statement is" : done + " statements are") + " done already";
    }

    /** Makes the table, if the scripts need it. */
    void prepare(List<Script> scripts, boolean always) throws SQLException {
        if (!run.dialect().rollsBackDdl()
                && (always || scripts.stream().anyMatch(script -> parts(script).needRecords()))) {
            records.create();
        }
    }

    /** Runs a U file in the session. */
    void takeBack(Script script) {
        if (run.dialect().rollsBackDdl()) {
            run.engine().scripts().run(script.file(), run.session().connection());
            return;
        }
        Recorder recorder = new Recorder(records);
        recorder.begin(resumption(script), false);
        run.session().executeBy(recorder);
        try {
            run.engine().scripts().run(script.file(), run.session().executing());
        } finally {
            run.session().executeBy(Statement::execute);
        }
    }

    /** Once the history has forgotten what a U file has taken back. */
    void forget(Script script) throws SQLException {
        if (!run.dialect().rollsBackDdl() && parts(script).needRecords()) {
            records.removeAll(Parts.migration(script.file()));
        }
    }

    Resumption resumption(Script script) {
        return Resumption.of(parts(script), recorded);
    }

    private Parts parts(Script script) {
        return Parts.of(script, run.dialect());
    }

    /** A report of every script that was interrupted: what is done of it, what is not, and how to go on. */
    List<String> report() throws SQLException {
        List<String> lines = new ArrayList<>();
        opaque().ifPresent(question -> lines.addAll(question.sentence().lines().toList()));
        for (Resumption resumption : resumptions()) {
            lines.add(resumption.parts().script().file().script() + " was interrupted");
            resumption.done().forEach(part -> lines.add("  done, line " + line(part)));
            Optional<Question> question = question(resumption);
            resumption.left().forEach(part -> lines.add("  not done, line " + line(part)));
            question.ifPresentOrElse(
                    asked -> lines.addAll(asked.sentence().lines().toList()),
                    () -> lines.add("  next: correct what is not done, if need be, then "
                            + Question.again(resumption.parts().script().file()) + ", which goes on after what is done; "
                            + RESTART));
        }
        return lines;
    }

    private static String line(Part part) {
        return part.line() + ": " + FailureMessage.shortened(part.sql());
    }

    /** @throws JetsException if nothing is asked */
    String answer(Answer answer) throws SQLException {
        return switch (answer) {
            case DONE -> answer(true);
            case UNDONE -> answer(false);
            case RESTART -> restart();
        };
    }

    private String answer(boolean done) throws SQLException {
        Question question = firstQuestion()
                .orElseThrow(() -> new JetsException("no interrupted migration asks for an answer; nothing was changed"));
        question.answer(done, records);
        return "taken as " + (done ? "done" : "not done") + ": " + question.subject();
    }

    private Optional<Question> firstQuestion() throws SQLException {
        Optional<Question> first = opaque();
        for (Resumption resumption : resumptions()) {
            first = first.isPresent() ? first : question(resumption);
        }
        return first;
    }

    private String restart() throws SQLException {
        Set<String> migrations = recorded.stream().map(Recorded::migration).collect(toSet());
        if (migrations.isEmpty()) {
            throw new JetsException("no migration was interrupted; nothing was changed");
        }
        for (String migration : migrations) {
            records.removeAll(migration);
        }
        return "forgotten: what was done of " + String.join(", ", migrations.stream().sorted().toList());
    }

    private Optional<Question> opaque() {
        return recorded.stream()
                .filter(one -> one.ordinal() == 0)
                .findFirst()
                .map(Question.Opaque::new);
    }

    private List<Resumption> resumptions() {
        Map<String, MigrationFile> files = new LinkedHashMap<>();
        run.files().files().values().forEach(file -> files.put(Parts.migration(file), file));
        return recorded.stream()
                .map(Recorded::migration)
                .distinct()
                .map(files::get)
                .filter(Objects::nonNull)
                .map(file -> resumption(run.engine().scripts().read(file)))
                .toList();
    }
}
