package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    private static final String CHOICE = "JETS_ENV";
    private static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME";

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
        String choice = variables.get(CHOICE);
        if (choice != null && !choice.isBlank()) {
            return new Environment(choice);
        }
        return isSet(variables, FUNCTION) ? PRODUCTION : DEVELOPMENT;
    }

    /**
     * The environment of the code that runs in this process: as {@link #current}, but where no variable decides, the
     * class path may, by a resource {@code jets.env} that holds the name. Among a project's test resources it keeps tests
     * that an IDE runs off the development database.
     *
     * @param variables the process environment, as of {@link System#getenv()}
     * @throws JetsException if the resource is there and cannot be read, or is blank
     */
    public static Environment ofProcess(Map<String, String> variables) {
        boolean decided = isSet(variables, CHOICE) || isSet(variables, FUNCTION);
        return decided ? current(variables) : onClassPath().orElse(DEVELOPMENT);
    }

    private static Optional<Environment> onClassPath() {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(Environment.class::getClassLoader);
        try (InputStream resource = loader.getResourceAsStream("jets.env")) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new Environment(new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            throw new JetsException(
                    "cannot read the resource jets.env, which names the environment: " + e.getMessage(), e);
        }
    }

    private static boolean isSet(Map<String, String> variables, String name) {
        return !variables.getOrDefault(name, "").isBlank();
    }

    @Override
    public String toString() {
        return name;
    }
}
