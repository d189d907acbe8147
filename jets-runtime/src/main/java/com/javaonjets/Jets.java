package com.javaonjets;

import com.javaonjets.config.Configuration;
import com.javaonjets.config.Environment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door: what a handler holds in static fields, so that Lambda makes it once, while it initialises.
 *
 * <pre>{@code
 * private static final Database DB = Jets.database();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Jets {

    private static final Logger LOG = LoggerFactory.getLogger(Jets.class);

    private static final Databases DATABASES = new Databases(
            () -> configuration().primary(), name -> configuration().database(name));

    private static @Nullable Configuration configuration;

    private Jets() {}

    /**
     * The primary database of the environment in force: the one named {@code primary}, else the first. Every call gives
     * the same one; the first opens its connection. A server out of reach does not fail the call but the first borrow.
     *
     * @throws JetsException if config/database.yml is missing, malformed or does not describe the environment, or if
     *     the driver is not on the class path
     */
    public static Database database() {
        return DATABASES.primary();
    }

    /**
     * The database of that name, for an environment that has several; otherwise as {@link #database()}.
     *
     * @throws JetsException as {@link #database()}, and if the environment has none of that name
     */
    public static Database database(String name) {
        return DATABASES.named(name);
    }

    private static synchronized Configuration configuration() {
        if (configuration == null) {
            Map<String, String> variables = System.getenv();
            configuration = Configuration.find(Environment.ofProcess(variables), variables);
            configuration.warnings().forEach(LOG::warn);
        }
        return configuration;
    }
}
