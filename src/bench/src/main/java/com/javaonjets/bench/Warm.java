package com.javaonjets.bench;

import com.javaonjets.testing.CountingProxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Warm invocations: round trips counted on the line, and what a borrow and its return cost by themselves. */
final class Warm {

    private final Target target;
    private final List<String> json = new ArrayList<>();

    Warm(Target target) {
        this.target = target;
    }

    /** Measures, prints tables, and returns them as JSON. */
    String run() throws SQLException, InterruptedException, RunnerException {
        countTrips();
        measureBorrows();
        return "\"" + target.label() + "\":{" + String.join(",", json) + "}";
    }

    private void countTrips() throws SQLException, InterruptedException {
        Table table = new Table("round trips", "borrow, return", "a statement", "after 1 s", "a transaction");
        try (CountingProxy proxy = CountingProxy.to("127.0.0.1", target.port());
                Peers peers = Peers.open(target.through(proxy.port()))) {
            countTrips("Jets", peers::jets, proxy, table);
            countTrips("HikariCP", peers::hikariCp, proxy, table);
        }
        System.out.println("\n" + target.label() + "\n\n" + table);
    }

    private void countTrips(String label, Source source, CountingProxy proxy, Table table)
            throws SQLException, InterruptedException {
        // The first use of a connection may cost what later ones do not.
        runStatement(source);
        runTransaction(source);
        proxy.trips();
        source.borrow().close();
        int borrow = proxy.trips();
        runStatement(source);
        int statement = proxy.trips();
        TimeUnit.SECONDS.sleep(1);
        runStatement(source);
        int later = proxy.trips();
        runTransaction(source);
        int transaction = proxy.trips();
        table.add(label, borrow, statement, later, transaction);
        json.add("\"" + label + " trips\":{\"borrow\":" + borrow + ",\"statement\":" + statement
                + ",\"statementAfterOneSecond\":" + later + ",\"transaction\":" + transaction + "}");
    }

    private static void runStatement(Source source) throws SQLException {
        try (Connection connection = source.borrow();
                PreparedStatement statement = connection.prepareStatement("select 7")) {
            statement.execute();
        }
    }

    private static void runTransaction(Source source) throws SQLException {
        try (Connection connection = source.borrow();
                PreparedStatement statement = connection.prepareStatement("select 7")) {
            connection.setAutoCommit(false);
            statement.execute();
            connection.commit();
        }
    }

    private void measureBorrows() throws RunnerException {
        Table table = new Table("borrow, return", "ns", "± 99.9 %");
        OptionsBuilder options = new OptionsBuilder();
        options.include(BorrowBenchmark.class.getName() + ".*")
                .param("jdbcUrl", target.jdbcUrl())
                .param("user", target.user())
                .param("password", target.password())
                .verbosity(VerboseMode.SILENT);
        for (RunResult result : new Runner(options.build()).run()) {
            var figure = result.getPrimaryResult();
            String label = figure.getLabel().equals("jets") ? "Jets" : "HikariCP";
            table.add(label, rounded(figure.getScore()), rounded(figure.getScoreError()));
            json.add("\"" + label + " borrow\":{\"nanoseconds\":" + rounded(figure.getScore()) + ",\"error\":"
                    + rounded(figure.getScoreError()) + "}");
        }
        System.out.println(table);
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    /** Where connections come from. */
    private interface Source {
        Connection borrow() throws SQLException;
    }
}
