package com.javaonjets.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The program behind {@code ./bench}, which checks its arguments. */
public final class Bench {

    private Bench() {}

    /**
     * Measures and prints.
     *
     * @param arguments {@code cold} and a number of rounds, {@code migrations} and a number of pairs, or {@code warm}
     */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            measure(arguments);
            status = 0;
        } catch (Exception e) {
            // The usual end of a thread, with its stack.
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        } finally {
            // The servers' own threads would keep the JVM.
            System.exit(status);
        }
    }

    private static void measure(String[] arguments) throws Exception {
        System.out.println("JDK " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        List<String> json = new ArrayList<>();
        for (Supplier<Target> databases : List.<Supplier<Target>>of(Target::postgresql, Target::mysql)) {
            json.add(
                    switch (arguments[0]) {
                        case "cold" ->
                            new Cold(databases.get(), Integer.parseInt(arguments[1]), Path.of("target", "cold")).run();
                        case "migrations" ->
                            new Migrations(
                                            databases,
                                            Integer.parseInt(arguments[1]),
                                            Path.of("target", "migrations").toAbsolutePath())
                                    .run();
                        default -> new Warm(databases.get()).run();
                    });
        }
        System.out.println("{" + String.join(",", json) + "}");
    }
}
