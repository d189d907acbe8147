package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.Map;
import java.util.Optional;

/**
 * The section of config/database.yml in force.
 *
 * @param name such as {@code development}; not blank
 */
public record Environment(String name) {

    public static final Environment DEVELOPMENT = new Environment("development");
    public static final Environment TEST = new Environment("test");
    public static final Environment PRODUCTION = new Environment("production");

    public Environment {
        if (name.isBlank()) {
            throw new JetsException(
                    "the environment's name is blank; set JETS_ENV to a section of config/database.yml");
        }
    }

    /**
     * The environment that a process runs in: JETS_ENV, else production inside Lambda, else development. A blank
     * variable counts as unset.
     *
     * @param variables the process environment, as of {@link System#getenv()}
     */
    public static Environment current(Map<String, String> variables) {
        return variable(variables, "JETS_ENV")
                .map(Environment::new)
                .orElseGet(
                        () -> variable(variables, "AWS_LAMBDA_FUNCTION_NAME").isPresent() ? PRODUCTION : DEVELOPMENT);
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return name;
    }
}
