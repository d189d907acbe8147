package com.javaonjets.migration;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes Flyway's log lines, versions, links and all, to the debug level of {@code com.javaonjets.migration.flyway}.
 *
 * <p>Public because Flyway makes it by its name, which {@code loggers} of its configuration gives.
 */
public final class FlywayLog implements LogCreator {

    private static final Logger LOGGER = LoggerFactory.getLogger("com.javaonjets.migration.flyway");

    /** Called by Flyway. */
    public FlywayLog() {}

    @Override
    public Log createLogger(Class<?> source) {
        return new DebugLog();
    }

    private static final class DebugLog implements Log {

        @Override
        public void debug(String message) {
            LOGGER.debug(message);
        }

        @Override
        public void info(String message) {
            LOGGER.debug(message);
        }

        @Override
        public void warn(String message) {
            LOGGER.debug(message);
        }

        @Override
        public void error(String message) {
            LOGGER.debug(message);
        }

        @Override
        public void error(String message, Exception cause) {
            LOGGER.debug(message, cause);
        }

        @Override
        public void notice(String message) {
            LOGGER.debug(message);
        }
    }
}
