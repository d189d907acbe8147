package com.javaonjets.migration;

import com.javaonjets.migration.Recorded.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script, and how far an earlier run of it has come.
 *
 * @param recorded by ordinal
 */
record Resumption(Parts parts, Map<Integer, Recorded> recorded) {

    Resumption {
        recorded = Map.copyOf(recorded);
    }

    static Resumption of(Parts parts, List<Recorded> all) {
        Map<Integer, Recorded> recorded = new HashMap<>();
        all.stream()
                .filter(one -> one.migration().equals(parts.migration()))
                .forEach(one -> recorded.put(one.ordinal(), one));
        return new Resumption(parts, recorded);
    }

    boolean isDone(Part part) {
        return part.effect().lasts() && (is(part, State.DONE) || isConfirmed(part));
    }

    boolean isConfirmed(Part part) {
        return is(part, State.CONFIRMED);
    }

    /** Whether its user has said that it is to run, whatever it relies on. */
    boolean isWanted(Part part) {
        return is(part, State.AGAIN)
                && recorded(part).filter(one -> one.hash().equals(part.hash())).isPresent();
    }

    private boolean is(Part part, State state) {
        return recorded(part).filter(one -> one.state() == state).isPresent();
    }

    private Optional<Recorded> recorded(Part part) {
        return Optional.ofNullable(recorded.get(part.ordinal()));
    }

    List<Part> done() {
        return parts.list().stream().filter(this::isDone).toList();
    }

    List<Part> left() {
        return parts.list().stream()
                .filter(part -> part.effect().lasts() && !isDone(part))
                .toList();
    }

    /** What has to be answered before the script can go on. */
    Optional<Question> question() {
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        return recorded.values().stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .flatMap(one -> question(one).stream())
                .findFirst()
                .or(() -> new Reliance(this).part().map(part -> new Question.Relying(parts, part)));
    }

    private Optional<Question> question(Recorded one) {
        Optional<Part> part = parts.list().stream()
                .filter(candidate -> candidate.effect().lasts() && candidate.ordinal() == one.ordinal())
                .findFirst();
        return switch (one.state()) {
            case INTENT -> Optional.of(new Question.Open(parts.script().file(), one));
            case AGAIN -> Optional.empty();
            case DONE, CONFIRMED ->
                part.filter(now -> now.hash().equals(one.hash())).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Question.Edited(parts, one, part));
        };
    }
}
