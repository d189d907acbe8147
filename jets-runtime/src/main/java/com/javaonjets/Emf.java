package com.javaonjets;

import com.javaonjets.connection.Statistics;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Writes one line an invocation in CloudWatch's Embedded Metric Format: what happened to the connections since the line
 * before. Lambda's log is where CloudWatch finds it. Thread-safe.
 */
final class Emf {

    private static final String VARIABLE = "JETS_METRICS";

    private final String function;
    private final Supplier<Statistics> statistics;
    private final PrintStream log;
    private Statistics printed = Statistics.NONE;

    Emf(String function, Supplier<Statistics> statistics, PrintStream log) {
        this.function = function;
        this.statistics = statistics;
        this.log = log;
    }

    /** What the process environment asks for. A value without a meaning is no reason to fail an invocation. */
    static @Nullable Emf of(Map<String, String> variables, Supplier<Statistics> statistics) {
        String wanted = variables.getOrDefault(VARIABLE, "");
        if (wanted.isBlank()) {
            return null;
        }
        if (!wanted.equals("emf")) {
            LoggerFactory.getLogger(Emf.class)
                    .warn("{} is '{}'; expected emf, or nothing; no metrics are written", VARIABLE, wanted);
            return null;
        }
        return new Emf(variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local"), statistics, System.out);
    }

    void print() {
        log.println(line(System.currentTimeMillis()));
    }

    /** @param now in milliseconds since 1970 */
    synchronized String line(long now) {
        Statistics all = statistics.get();
        Statistics news = all.since(printed);
        printed = all;
        return "{\"_aws\":{\"Timestamp\":" + now + ",\"CloudWatchMetrics\":[{\"Namespace\":\"JavaOnJets\","
                + "\"Dimensions\":[[\"FunctionName\"]],\"Metrics\":["
                + metric("ConnectionsOpened") + "," + metric("ConnectionsReused") + ","
                + metric("ConnectionsFoundDead") + "," + metric("BorrowsWaited") + "," + metric("BorrowsRefused") + ","
                + metric("ConnectionsTakenBack") + "]}]},\"FunctionName\":\"" + function + "\""
                + ",\"ConnectionsOpened\":" + news.opened()
                + ",\"ConnectionsReused\":" + news.reused()
                + ",\"ConnectionsFoundDead\":" + news.foundDead()
                + ",\"BorrowsWaited\":" + news.waited()
                + ",\"BorrowsRefused\":" + news.refused()
                + ",\"ConnectionsTakenBack\":" + news.takenBack() + "}";
    }

    private static String metric(String name) {
        return "{\"Name\":\"" + name + "\",\"Unit\":\"Count\"}";
    }
}
