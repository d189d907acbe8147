package com.javaonjets.bench;

import com.javaonjets.testing.CountingProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whole Maven processes that apply many migrations to a new database: Jets' goal and Flyway's own, on the same files, in
 * turn. Three sizes show how the time grows.
 */
final class Migrations {

    private static final List<Integer> SIZES = List.of(500, 1000, 2000);

    private final Supplier<Target> databases;
    private final int pairs;
    private final Path folder;
    private final Table table =
            new Table("migrations", "ratio", "Jets s", "Flyway s", "Jets round trips", "Flyway round trips");
    private final List<String> json = new ArrayList<>();

    /** @param databases gives a new, empty one of the same server each time */
    Migrations(Supplier<Target> databases, int pairs, Path folder) {
        this.databases = databases;
        this.pairs = pairs;
        this.folder = folder;
    }

    /** Measures, prints a table, and returns it as JSON. */
    String run() throws IOException, InterruptedException {
        Target target = databases.get();
        for (int size : SIZES) {
            measure(size, MavenProject.create(folder.resolve(target.label() + "-" + size), target, size));
        }
        System.out.println("\n" + target.label() + ", " + pairs
                + " pairs; Jets' time to Flyway's, median and 95 % interval; seconds are medians\n\n" + table);
        return "\"" + target.label() + "\":{" + String.join(",", json) + "}";
    }

    private void measure(int size, MavenProject project) throws IOException, InterruptedException {
        // These runs warm up, too.
        int jetsTrips = trips(project::jets);
        int flywayTrips = trips(project::flyway);
        double[] jets = new double[pairs];
        double[] flyway = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                jets[i] = project.jets(databases.get());
                flyway[i] = project.flyway(databases.get());
            } else {
                flyway[i] = project.flyway(databases.get());
                jets[i] = project.jets(databases.get());
            }
        }
        report(size, jets, flyway, jetsTrips, flywayTrips);
    }

    private void report(int size, double[] jets, double[] flyway, int jetsTrips, int flywayTrips) {
        Ratio ratio = Ratio.of(jets, flyway);
        String jetsSeconds = Table.decimals(Ratio.median(jets));
        String flywaySeconds = Table.decimals(Ratio.median(flyway));
        table.add(size, ratio, jetsSeconds, flywaySeconds, jetsTrips, flywayTrips);
        json.add("\"" + size + "\":{\"ratio\":" + ratio.json() + ",\"jetsSeconds\":" + jetsSeconds
                + ",\"flywaySeconds\":" + flywaySeconds + ",\"jetsRoundTrips\":" + jetsTrips
                + ",\"flywayRoundTrips\":" + flywayTrips + "}");
    }

    private int trips(Goal goal) throws IOException, InterruptedException {
        Target target = databases.get();
        try (CountingProxy proxy = CountingProxy.to("127.0.0.1", target.port())) {
            goal.seconds(target.through(proxy.port()));
            return proxy.trips();
        }
    }

    private interface Goal {

        double seconds(Target target) throws IOException, InterruptedException;
    }
}
