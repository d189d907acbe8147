package com.javaonjets;

import com.javaonjets.connection.Statistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import java.util.function.ToDoubleFunction;
import org.slf4j.LoggerFactory;

/** A database's statistics as Micrometer's meters, where Micrometer is on the class path. */
final class Meters {

    private static final boolean PRESENT = isPresent();

    private Meters() {}

    private static boolean isPresent() {
        try {
            Class.forName("io.micrometer.core.instrument.Metrics", false, Meters.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Adds a database's meters to Micrometer's global registry. */
    static void add(String name, Database database) {
        if (PRESENT) {
            try {
                Registry.add(name, database);
            } catch (RuntimeException | LinkageError e) {
                LoggerFactory.getLogger(Meters.class)
                        .warn("Micrometer does not take the meters of database '{}', which is not metered", name, e);
            }
        }
    }

    /** Apart, since a class is verified as a whole: what names Micrometer is not loaded where it is absent. */
    private static final class Registry {

        static void add(String name, Database database) {
            count("jets.connections.opened", name, database, Statistics::opened);
            count("jets.connections.reused", name, database, Statistics::reused);
            count("jets.connections.found.dead", name, database, Statistics::foundDead);
            count("jets.borrows.waited", name, database, Statistics::waited);
            count("jets.borrows.refused", name, database, Statistics::refused);
            count("jets.connections.taken.back", name, database, Statistics::takenBack);
        }

        private static void count(String meter, String name, Database database, ToDoubleFunction<Statistics> number) {
            FunctionCounter.builder(meter, database, one -> number.applyAsDouble(one.statistics()))
                    .tag("database", name)
                    .register(Metrics.globalRegistry);
        }
    }
}
