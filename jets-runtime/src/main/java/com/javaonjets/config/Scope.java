package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression sees while it is expanded.
 *
 * @param variables the process environment
 * @param key the key whose value it is, for messages
 * @param place where the value stands, without its line
 */
record Scope(Map<String, String> variables, String key, Place place) {

    /** The variable as the process has it, which may be blank; empty if it is not set. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    JetsException missing(String name, int line, String advice) {
        return new JetsException("environment variable " + name + " is not set, and '" + key + "' in "
                + place.line(line) + " needs it; " + advice);
    }
}
