package com.javaonjets.migration;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** Flyway's complaints that have no type of their own, told by their words, in ours. RefusalContract tells when an upgrade has changed those. */
final class Rewording {

    private static final Pattern PLACEHOLDER = Pattern.compile("No value provided for placeholder: (\\S+?)\\. ");
    private static final Pattern DEFAULT_PLACEHOLDER =
            Pattern.compile("Failed to populate value for default placeholder: (\\S+?)\\.? ");
    private static final Pattern INCOMPLETE = Pattern.compile("Incomplete statement at line (\\d+)");
    private static final Pattern UNREADABLE = Pattern.compile("Unable to parse statement in .* at line (\\d+) col ");
    private static final Pattern UNKNOWN_TYPE = Pattern.compile("Unknown migration type '(.+?)'");

    private Rewording() {}

    /** Of an exception met while one file was read. */
    static JetsException of(FlywayException failure, MigrationFile file) {
        return of(failure, Optional.of(file), List.of(file));
    }

    /** Of an exception met while Flyway worked on all of them. */
    static JetsException of(FlywayException failure, MigrationFiles files) {
        return of(failure, Optional.empty(), List.copyOf(files.files().values()));
    }

    private static JetsException of(
            FlywayException failure, Optional<MigrationFile> file, List<MigrationFile> suspects) {
        Optional<JetsException> own = causes(failure)
                .filter(JetsException.class::isInstance)
                .map(JetsException.class::cast)
                .findFirst();
        return own.orElseGet(() -> new JetsException(sentence(failure, file, suspects), failure));
    }

    private static String sentence(
            FlywayException failure, Optional<MigrationFile> file, List<MigrationFile> suspects) {
        Optional<String> placeholder = find(PLACEHOLDER, failure).or(() -> find(DEFAULT_PLACEHOLDER, failure));
        if (placeholder.isPresent()) {
            return placeholder(placeholder.get(), suspects);
        }
        Optional<String> type = find(UNKNOWN_TYPE, failure);
        if (type.isPresent()) {
            return "the history has rows of type " + type.get() + ", which another edition of Flyway wrote;"
                    + " remove them from " + History.NAME + ", with the rows of the migrations that they are about";
        }
        Optional<String> incomplete = find(INCOMPLETE, failure);
        if (incomplete.isPresent()) {
            return name(file) + ": the statement that begins at line " + incomplete.get()
                    + " does not end; a quote, a parenthesis or a BEGIN is left open, or a delimiter is missing";
        }
        Optional<String> line = find(UNREADABLE, failure);
        if (line.isPresent()) {
            return name(file) + " cannot be read as SQL from line " + line.get()
                    + " on; is a quote, a comment or a COPY left open, or the delimiter changed inside a statement?";
        }
        return server(failure)
                .map(server -> "the database refused what reading or writing the history of migrations takes: "
                        + ServerWords.of(server))
                .orElseGet(() -> "the migration engine stopped: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                        + "; its log, at level debug of com.javaonjets.migration.flyway, may tell more");
    }

    private static String placeholder(String placeholder, List<MigrationFile> suspects) {
        String files = suspects.stream()
                .filter(file -> file.text().contains(placeholder))
                .map(file -> file.path().toString())
                .collect(joining(", "));
        return "no value for the placeholder " + placeholder + " in " + files
                + "; give it one, or, if it is meant as it stands, write placeholderReplacement=false into a file of the same name with .conf at its end";
    }

    private static String name(Optional<MigrationFile> file) {
        return file.map(MigrationFile::script).orElse("a migration");
    }

    private static Optional<String> find(Pattern pattern, Throwable failure) {
        return causes(failure)
                .map(cause -> pattern.matcher(String.valueOf(cause.getMessage()) + " "))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** What the driver threw, below whatever Flyway has put around it. */
    static Optional<SQLException> server(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
