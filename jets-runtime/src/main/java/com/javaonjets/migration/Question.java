package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Recorded.State;
import java.sql.SQLException;
import java.util.Optional;

/** What only a person can say before an interrupted script can go on. */
sealed interface Question {

    String ANSWER = "mvn jets:db-repair -Djets.interrupted=";

    /** What is asked, and how to answer. */
    String sentence();

    /** What it is about, in a few words. */
    String subject();

    /** Takes the answer that something was done, or was not. */
    void answer(boolean done, Records records) throws SQLException;

    static String again(MigrationFile file) {
        return file.kind() == MigrationFile.Kind.UNDO ? "mvn jets:db-rollback" : "mvn jets:db-migrate";
    }

    /** A statement was about to run, and nobody saw its end. */
    record Open(MigrationFile file, Recorded intent) implements Question {

        @Override
        public String sentence() {
            return file.script() + " was interrupted at line " + intent.line()
                    + ", and whether this statement has happened is not known; nothing was run"
                    + "\n  statement: " + FailureMessage.shortened(intent.sql())
                    + "\n  check: " + Evidence.of(intent.sql())
                    + "\n  next: if it has happened, " + ANSWER + "done; if it has not, " + ANSWER
                    + "undone, and it is run again; then " + again(file) + ", which goes on from there";
        }

        @Override
        public String subject() {
            return file.script() + ", line " + intent.line() + ": " + FailureMessage.shortened(intent.sql());
        }

        @Override
        public void answer(boolean done, Records records) throws SQLException {
            if (done) {
                records.write(new Recorded(
                        intent.migration(), intent.ordinal(), intent.line(), State.DONE, intent.hash(), intent.sql()));
            } else {
                records.remove(intent);
            }
        }
    }

    /** A statement that was done is not the one that the file has now. */
    record Edited(Parts parts, Recorded before, Optional<Part> now) implements Question {

        @Override
        public String sentence() {
            return parts.script().file().script() + " was interrupted, and its statement at line " + before.line()
                    + ", which is done, has changed since; nothing was run"
                    + "\n  done: " + FailureMessage.shortened(before.sql())
                    + "\n  now: "
                    + now.map(part -> FailureMessage.shortened(part.sql()) + ", at line " + part.line())
                            .orElse("nothing in its place")
                    + "\n  next: put it back as it was, and write the change into a statement behind it; or, if the"
                    + " database has what the file says now, " + ANSWER
                    + "done; or, to begin the file anew, take back by hand what was applied of it, then " + ANSWER
                    + "restart";
        }

        @Override
        public String subject() {
            return parts.script().file().script() + ", line " + before.line() + ": "
                    + FailureMessage.shortened(now.map(Part::sql).orElse(before.sql()));
        }

        @Override
        public void answer(boolean done, Records records) throws SQLException {
            records.remove(before);
            if (done && now.isPresent()) {
                records.write(Recorded.of(parts, now.get(), State.DONE));
            }
        }
    }

    /** A statement that is still to run needs what has gone with the session of the interrupted run. */
    record Relying(Parts parts, Part part) implements Question {

        @Override
        public String sentence() {
            return parts.script().file().script() + " was interrupted, and its statement at line " + part.line()
                    + " relies on what statements that are done, and are not run again, left in their session; nothing was run"
                    + "\n  statement: " + FailureMessage.shortened(part.sql())
                    + "\n  next: write the value itself in place of the variable, the temporary table or the function; or, to run it"
                    + " as it is, " + ANSWER + "undone; or, to leave it out, " + ANSWER + "done; then "
                    + again(parts.script().file());
        }

        @Override
        public String subject() {
            return parts.script().file().script() + ", line " + part.line() + ": "
                    + FailureMessage.shortened(part.sql());
        }

        @Override
        public void answer(boolean done, Records records) throws SQLException {
            records.write(Recorded.of(parts, part, done ? State.DONE : State.AGAIN));
        }
    }

    /** A table was made, and is not there. */
    record Gone(Parts parts, Part part, String table) implements Question {

        @Override
        public String sentence() {
            return parts.script().file().script() + " was interrupted, and its statement at line " + part.line()
                    + " was done, but the table " + table + " is not there now; nothing was run"
                    + "\n  statement: " + FailureMessage.shortened(part.sql())
                    + "\n  next: if it is to run again, " + ANSWER + "undone; if it is not, " + ANSWER
                    + "done; or, to begin the file anew, take back by hand all that was applied of it, then " + ANSWER
                    + "restart";
        }

        @Override
        public String subject() {
            return parts.script().file().script() + ", line " + part.line() + ": "
                    + FailureMessage.shortened(part.sql());
        }

        @Override
        public void answer(boolean done, Records records) throws SQLException {
            Recorded recorded = Recorded.of(parts, part, done ? State.CONFIRMED : State.INTENT);
            if (done) {
                records.write(recorded);
            } else {
                records.remove(recorded);
            }
        }
    }

    /** A migration in Java, which no one sees into. */
    record Opaque(Recorded intent) implements Question {

        @Override
        public String sentence() {
            return intent.sql() + " began and was not seen to end, and has committed something; nothing was run"
                    + "\n  check: look in the database for what it does, all of it or a part"
                    + "\n  next: take back by hand what it has done, then " + ANSWER
                    + "restart, then mvn jets:db-migrate";
        }

        @Override
        public String subject() {
            return intent.sql();
        }

        @Override
        public void answer(boolean done, Records records) {
            throw new JetsException(intent.sql() + " can only be begun anew, since what it consists of is not known;"
                    + " take back by hand what it has done, then " + ANSWER + "restart");
        }
    }
}
