package com.javaonjets.migration;

import static java.util.stream.Collectors.toSet;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells a person what interrupted runs have left, and hears the answers. Needs the files to be listed by the engine before. */
record InterruptionReport(Interruptions interruptions) {

    private static final String RESTART =
            "to begin anew, take back by hand what was applied, then " + Question.ANSWER + "restart";

    /** A report of every script that was interrupted: what is done of it, what is not, and how to go on. */
    List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        interruptions
                .opaque()
                .ifPresent(question -> lines.addAll(question.sentence().lines().toList()));
        for (Resumption resumption : resumptions()) {
            lines.add(resumption.parts().script().file().script() + " was interrupted");
            resumption.done().forEach(part -> lines.add("  done, line " + line(part)));
            Optional<Question> question = interruptions.question(resumption);
            resumption.left().forEach(part -> lines.add("  not done, line " + line(part)));
            question.ifPresentOrElse(
                    asked -> lines.addAll(asked.sentence().lines().toList()),
                    () -> lines.add("  next: correct what is not done, if need be, then "
                            + Question.again(resumption.parts().script().file())
                            + ", which goes on after what is done; "
                            + RESTART));
        }
        return lines;
    }

    private static String line(Part part) {
        return part.line() + ": " + FailureMessage.shortened(part.sql());
    }

    /** @throws JetsException if nothing is asked, and the answer is not to begin anew */
    String answer(Answer answer) throws SQLException {
        return switch (answer) {
            case DONE -> answer(true);
            case UNDONE -> answer(false);
            case RESTART -> restart();
        };
    }

    private String answer(boolean done) throws SQLException {
        Question question = firstQuestion()
                .orElseThrow(
                        () -> new JetsException("no interrupted migration asks for an answer; nothing was changed"));
        question.answer(done, interruptions.records());
        return "taken as " + (done ? "done" : "not done") + ": " + question.subject();
    }

    private Optional<Question> firstQuestion() throws SQLException {
        Optional<Question> first = interruptions.opaque();
        for (Resumption resumption : resumptions()) {
            first = first.isPresent() ? first : interruptions.question(resumption);
        }
        return first;
    }

    private String restart() throws SQLException {
        Set<String> migrations =
                interruptions.recorded().stream().map(Recorded::migration).collect(toSet());
        if (migrations.isEmpty()) {
            return "nothing was recorded of any migration, so there is nothing to forget";
        }
        for (String migration : migrations) {
            interruptions.records().removeAll(migration);
        }
        return "forgotten: what was done of "
                + String.join(", ", migrations.stream().sorted().toList());
    }

    private List<Resumption> resumptions() {
        Map<String, MigrationFile> files = new LinkedHashMap<>();
        interruptions.run().files().files().values().forEach(file -> files.put(Parts.migration(file), file));
        return interruptions.recorded().stream()
                .map(Recorded::migration)
                .distinct()
                .map(files::get)
                .filter(Objects::nonNull)
                .map(file -> interruptions.resumption(
                        interruptions.run().engine().scripts().read(file)))
                .toList();
    }
}
