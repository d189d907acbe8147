package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.Map;
import java.util.Optional;

/** How many connections an execution environment needs: as many as it runs invocations at a time. */
final class PoolSize {

    /** Set by Lambda Managed Instances alone; elsewhere an environment runs one invocation at a time. */
    private static final String MAX_CONCURRENCY = "AWS_LAMBDA_MAX_CONCURRENCY";

    private PoolSize() {}

    static int of(DatabaseConfig config, Map<String, String> variables) {
        return config.pool().or(() -> concurrency(variables)).orElse(1);
    }

    private static Optional<Integer> concurrency(Map<String, String> variables) {
        return Optional.ofNullable(variables.get(MAX_CONCURRENCY))
                .filter(value -> !value.isBlank())
                .map(PoolSize::number);
    }

    private static int number(String value) {
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new JetsException(MAX_CONCURRENCY + " is '" + value
                    + "'; expected a number from 1 on, or set pool in config/database.yml");
        }
        return Integer.parseInt(value);
    }
}
