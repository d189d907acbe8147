package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Whether the optional dependencies that migrations need are there. */
final class FlywayPresence {

    private static final ClassLoader LOADER = FlywayPresence.class.getClassLoader();
    private static final String SERVICES = "META-INF/services/org.flywaydb.core.extensibility.Plugin";

    private FlywayPresence() {}

    /** @throws JetsException naming what is missing */
    static void check(Adapter adapter) {
        Dialect dialect = Dialect.of(adapter);
        require("org.flywaydb.core.Flyway", "flyway-core");
        require(dialect.flywayModule().className(), dialect.flywayModule().artifact());
        requireRegistration(dialect.flywayModule().className());
    }

    private static void require(String className, String artifact) {
        try {
            Class.forName(className, false, LOADER);
        } catch (ClassNotFoundException e) {
            throw new JetsException(
                    "migrations need org.flywaydb:" + artifact
                            + ", which is not on the class path; add the dependency to pom.xml",
                    e);
        }
    }

    /** A jar that was put together of others keeps one list of services of several, unless it is told to merge them. */
    private static void requireRegistration(String className) {
        try {
            for (URL list : Collections.list(LOADER.getResources(SERVICES))) {
                if (text(list).contains(className)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new JetsException(className + " is on the class path, but no " + SERVICES
                + " there names it; where several jars are made into one, merge the files of that name"
                + " (maven-shade-plugin: ServicesResourceTransformer)");
    }

    private static String text(URL list) throws IOException {
        try (InputStream in = list.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
