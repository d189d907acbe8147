package com.javaonjets.lint;

import java.util.List;

/**
 * What a statement does to a service that is running, and how to reach the same without that.
 *
 * @param effect a sentence's predicate, whose subject is the statement
 * @param safe the way round, in the order in which it is gone
 */
record Hazard(String effect, List<Step> safe) {

    Hazard {
        safe = List.copyOf(safe);
    }

    static Hazard of(String effect, Step... safe) {
        return new Hazard(effect, List.of(safe));
    }
}
