package com.javaonjets.bench;

import com.javaonjets.bench.Start.Cost;
import com.javaonjets.testing.CountingProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Cold starts: from the start of a JVM to the first row. Each round starts every contestant once, and the driver twice: the
 * ratio of the two says what the machine's noise alone does.
 */
final class Cold {

    private static final int COUNTED_STARTS = 5;

    private static final List<Contestant> CONTESTANTS = List.of(Contestant.values());

    private final Target target;
    private final int rounds;
    private final Map<Contestant, Start> starts = new EnumMap<>(Contestant.class);
    private final Map<Contestant, List<Cost>> costs = new EnumMap<>(Contestant.class);
    private final List<Cost> driverAgain = new ArrayList<>();

    Cold(Target target, int rounds, Path folder) throws IOException {
        this.target = target;
        this.rounds = rounds;
        Files.createDirectories(folder);
        for (Contestant contestant : CONTESTANTS) {
            Path jar = FunctionJar.build(contestant, target.adapter(), folder);
            starts.put(contestant, new Start(contestant, jar, folder));
            costs.put(contestant, new ArrayList<>());
        }
    }

    /** Measures, prints a table, and returns it as JSON. */
    String run() throws IOException, InterruptedException {
        for (Start start : starts.values()) {
            start.run(target);
        }
        for (int round = 0; round < rounds; round++) {
            runRound(round);
        }
        return report();
    }

    /** Whoever is first, or follows a costly one, is so in turn. */
    private void runRound(int round) throws IOException, InterruptedException {
        int runs = CONTESTANTS.size() + 1;
        for (int i = 0; i < runs; i++) {
            int turn = (round + i) % runs;
            if (turn == runs - 1) {
                driverAgain.add(start(Contestant.DRIVER).cost(target));
            } else {
                Contestant contestant = CONTESTANTS.get(turn);
                costs(contestant).add(start(contestant).cost(target));
            }
        }
    }

    private String report() throws IOException, InterruptedException {
        Table table =
                new Table("", "CPU ratio", "wall ratio", "CPU s", "wall s", "classes", "round trips", "jar bytes");
        List<String> json = new ArrayList<>();
        for (Contestant contestant : CONTESTANTS) {
            Start start = start(contestant);
            report(contestant.label(), costs(contestant), start, table, json);
        }
        report("driver again", driverAgain, start(Contestant.DRIVER), table, json);
        System.out.println("\n" + target.label() + ", " + rounds
                + " rounds; ratios to the driver alone, median and 95 % interval; seconds are medians\n\n" + table);
        return "\"" + target.label() + "\":{" + String.join(",", json) + "}";
    }

    private void report(String label, List<Cost> measured, Start start, Table table, List<String> json)
            throws IOException, InterruptedException {
        double[] cpu = measured.stream().mapToDouble(Cost::cpu).toArray();
        double[] wall = measured.stream().mapToDouble(Cost::wall).toArray();
        List<Cost> driver = costs(Contestant.DRIVER);
        Ratio cpuRatio = Ratio.of(cpu, driver.stream().mapToDouble(Cost::cpu).toArray());
        Ratio wallRatio = Ratio.of(wall, driver.stream().mapToDouble(Cost::wall).toArray());
        long classes = start.classes(target);
        int trips = trips(start);
        table.add(
                label,
                cpuRatio,
                wallRatio,
                Table.decimals(Ratio.median(cpu)),
                Table.decimals(Ratio.median(wall)),
                classes,
                trips,
                start.bytes());
        json.add("\"" + label + "\":{\"cpuRatio\":" + cpuRatio.json() + ",\"wallRatio\":" + wallRatio.json()
                + ",\"cpuSeconds\":" + Table.decimals(Ratio.median(cpu)) + ",\"wallSeconds\":"
                + Table.decimals(Ratio.median(wall)) + ",\"classes\":" + classes + ",\"roundTrips\":" + trips
                + ",\"jarBytes\":" + start.bytes() + "}");
    }

    /** The least of several starts, the first statement's trip included: an answer may come in two pieces. */
    private int trips(Start start) throws IOException, InterruptedException {
        int least = Integer.MAX_VALUE;
        try (CountingProxy proxy = CountingProxy.to("127.0.0.1", target.port())) {
            for (int i = 0; i < COUNTED_STARTS; i++) {
                start.run(target.through(proxy.port()));
                least = Math.min(least, proxy.trips());
            }
        }
        return least;
    }

    private Start start(Contestant contestant) {
        return Objects.requireNonNull(starts.get(contestant));
    }

    private List<Cost> costs(Contestant contestant) {
        return Objects.requireNonNull(costs.get(contestant));
    }
}
