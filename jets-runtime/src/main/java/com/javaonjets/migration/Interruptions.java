package com.javaonjets.migration;

import static java.util.stream.Collectors.toSet;

import com.javaonjets.JetsException;
import com.javaonjets.migration.MigrationStatus.State;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What interrupted runs have left, on a database that commits DDL by itself; on any other, nothing. To be used under
 * the migration lock, since a run that holds it is not interrupted.
 */
record Interruptions(Run run, Records records, List<Recorded> recorded) {

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

    /** What is recorded of scripts that are not through. */
    static List<Recorded> left(Inventory inventory, List<Recorded> all) {
        Set<String> finished = finished(inventory, all);
        return all.stream().filter(one -> !finished.contains(one.migration())).toList();
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

    /** What the records call a migration whatever it is written in. A baseline file may stand beside one of its version. */
    static String migration(Migration migration) {
        String letter = MigrationFile.isBaseline(migration.script()) ? "B" : "V";
        return Records.key(
                migration.version().map(version -> letter + version).orElse("R__" + migration.description()));
    }

    /** Stops what cannot go on without an answer, and says what goes on from where. */
    Interruptions refuseQuestions(List<Script> scripts) throws SQLException {
        opaque().ifPresent(question -> {
            throw new JetsException(question.sentence());
        });
        if (recorded.isEmpty()) {
            return this;
        }
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

    /** What has to be answered before a script can go on. */
    Optional<Question> question(Resumption resumption) throws SQLException {
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

    /** Makes the table, if the scripts need it; where it is there, no one needs the right to make it. */
    void prepare(List<Script> scripts, boolean always) throws SQLException {
        if (!run.dialect().rollsBackDdl()
                && (always || scripts.stream().anyMatch(script -> parts(script).needRecords()))
                && !records.exist()) {
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
        recorder.begin(resumption(script), false, false);
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

    Optional<Question> opaque() {
        return recorded.stream().filter(one -> one.ordinal() == 0).findFirst().map(Question.Opaque::new);
    }
}
