package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.util.Map;

/** How many connections an execution environment needs: as many as it runs invocations at a time. */
final class PoolSize {

    /** Set by Lambda Managed Instances alone; elsewhere an environment runs one invocation at a time. */
    private static final String MAX_CONCURRENCY = "AWS_LAMBDA_MAX_CONCURRENCY";

    private PoolSize() {}

    static int of(DatabaseConfig config, Map<String, String> variables) {
        return config.pool().isPresent() ? config.pool().get() : concurrency(variables);
    }

    private static int concurrency(Map<String, String> variables) {
        String value = variables.getOrDefault(MAX_CONCURRENCY, "");
        return value.isBlank() ? 1 : number(value);
    }

    private static int number(String value) {
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new JetsException(MAX_CONCURRENCY + " is '" + value
                    + "'; expected a number from 1 on, or set pool in config/database.yml");
        }
        return Integer.parseInt(value);
    }
}
