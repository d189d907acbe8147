package com.javaonjets.connection;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes part in snapshots of the JVM: Lambda's SnapStart, and others that org.crac stands for. Where none is coming it costs
 * the load of this class: Lambda tells by a variable, and elsewhere the JVM or its command line names an implementation.
 */
public final class SnapStart {

    /** Lambda's variable for how the environment began. */
    private static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";

    /** The property by which org.crac is told of an implementation. Lambda sets it for every function. */
    private static final String IMPLEMENTATION = "org.crac.Core.Compat";

    private static final AtomicInteger RESTORES = new AtomicInteger();

    private SnapStart() {}

    /** {@return how often this JVM was restored from a snapshot: what was read from its surroundings may be out of date} */
    public static int restores() {
        return RESTORES.get();
    }

    /** Lets a database take part, if a snapshot may come. */
    static void include(Connections connections, Map<String, String> variables) {
        if (!mayCome(variables)) {
            return;
        }
        if (isPresent("org.crac.Resource", SnapStart.class.getClassLoader())) {
            Hook.INSTANCE.databases.addIfAbsent(connections);
        } else if (variables.containsKey(INITIALIZATION)) {
            LoggerFactory.getLogger(SnapStart.class)
                    .warn(
                            "{} is kept open over the snapshot of SnapStart, after which it is dead: org.crac is not on the class"
                                    + " path; add the dependency org.crac:crac to pom.xml",
                            connections);
        }
    }

    static boolean mayCome(Map<String, String> variables) {
        String initialization = variables.get(INITIALIZATION);
        if (initialization != null) {
            return initialization.equals("snap-start");
        }
        return System.getProperty(IMPLEMENTATION) != null || isPresent("jdk.crac.Core", null);
    }

    private static boolean isPresent(String name, @Nullable ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Apart, since a class is verified as a whole: what names org.crac is not loaded where no snapshot comes. */
    private static final class Hook implements Resource {

        /** Held here, for the registry forgets what nothing else holds. */
        static final Hook INSTANCE = new Hook();

        static {
            Core.getGlobalContext().register(INSTANCE);
        }

        final CopyOnWriteArrayList<Connections> databases = new CopyOnWriteArrayList<>();

        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {
            // A restore has time for little: what it runs through has run, too.
            Jitter.reseed();
            for (Connections database : databases) {
                database.beforeCheckpoint();
            }
        }

        @Override
        public void afterRestore(Context<? extends Resource> context) {
            RESTORES.incrementAndGet();
            Jitter.reseed();
            for (Connections database : databases) {
                database.afterRestore();
            }
        }
    }
}
