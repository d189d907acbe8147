package com.javaonjets;

import com.amazonaws.services.lambda.runtime.Context;
import com.javaonjets.config.Configuration;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.connection.Fence;
import com.javaonjets.connection.SnapStart;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private static final Configured CONFIGURED = new Configured();
    private static final Databases DATABASES = new Databases(CONFIGURED, CONFIGURED);

    private static @Nullable Configuration configuration;

    /** How often the JVM had been restored when it was read. */
    private static int restores;
    /** The primary database and those by name; a class, for lambdas cost a cold start more. */
    private static final class Configured implements Supplier<DatabaseConfig>, Function<String, DatabaseConfig> {
        @Override
        public DatabaseConfig get() {
            return configuration().primary();
        }

        @Override
        public DatabaseConfig apply(String name) {
            return configuration().database(name);
        }
    }

    /** Made by the first invocation. */
    private static final class Metered {
        private static final @Nullable Emf EMF = Emf.of(System.getenv(), DATABASES::statistics);
    }

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

    /**
     * Begins an invocation, for a handler that does not extend {@link com.javaonjets.lambda.JetsHandler}:
     *
     * <pre>{@code
     * try (Invocation invocation = Jets.invocation(context)) {
     *     ...
     * }
     * }</pre>
     *
     * <p>Until it is closed, no borrow, and no statement of what was borrowed, waits past the time that Lambda leaves the
     * invocation, less a margin for the answer: 250 ms, or a quarter of the time if that is less. It covers what the
     * current thread borrows, and other threads too while no other invocation runs.
     *
     * @param context as Lambda gives it; null where there is none, as in a test: time has no bound then
     */
    public static Invocation invocation(@Nullable Context context) {
        Fence fence = context == null
                ? Fence.unbounded()
                : Fence.of(context.getRemainingTimeInMillis(), context.getAwsRequestId());
        return new Invocation(fence, Metered.EMF);
    }

    private static synchronized Configuration configuration() {
        int now = SnapStart.restores();
        if (configuration == null || restores != now) {
            Map<String, String> variables = System.getenv();
            configuration = Configuration.find(Environment.ofProcess(variables), variables);
            restores = now;
            for (String warning : configuration.warnings()) {
                LoggerFactory.getLogger(Jets.class).warn(warning);
            }
        }
        return configuration;
    }
}
