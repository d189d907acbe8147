package com.javaonjets.migration;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.Optional;

/** What a database server said, on one line, with the codes to look it up by. */
final class ServerWords {

    private ServerWords() {}

    static String of(SQLException failure) {
        String words = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        String line =
                words.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(joining("; "));
        return line + " (SQLState " + failure.getSQLState()
                + (failure.getErrorCode() == 0 ? ")" : ", error " + failure.getErrorCode() + ")");
    }
}
