package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.connection.Statistics;
import com.javaonjets.testing.Printed;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class EmfTest {

    private final AtomicReference<Statistics> now = new AtomicReference<>(new Statistics(1, 2, 3, 4, 5, 6));

    @Test
    void writesWhatHappenedSinceTheLineBefore() {
        Emf emf = new Emf("posts", now::get, System.out);
        emf.line(1);
        now.set(new Statistics(2, 12, 4, 4, 5, 7));

        assertThat(emf.line(1_800_000_000_000L))
                .isEqualTo(
                        "{\"_aws\":{\"Timestamp\":1800000000000,\"CloudWatchMetrics\":[{\"Namespace\":\"JavaOnJets\","
                                + "\"Dimensions\":[[\"FunctionName\"]],\"Metrics\":["
                                + "{\"Name\":\"ConnectionsOpened\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"ConnectionsReused\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"ConnectionsFoundDead\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"BorrowsWaited\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"BorrowsRefused\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"ConnectionsTakenBack\",\"Unit\":\"Count\"}]}]},\"FunctionName\":\"posts\","
                                + "\"ConnectionsOpened\":1,\"ConnectionsReused\":10,\"ConnectionsFoundDead\":1,"
                                + "\"BorrowsWaited\":0,\"BorrowsRefused\":0,\"ConnectionsTakenBack\":1}");
    }

    @Test
    void writesOneLineAnInvocation() {
        String printed = Printed.by(() -> {
            Emf emf = Emf.of(Map.of("JETS_METRICS", "emf", "AWS_LAMBDA_FUNCTION_NAME", "posts"), now::get);
            Objects.requireNonNull(emf).print();
        });

        assertThat(printed.lines()).hasSize(1);
        assertThat(printed).startsWith("{\"_aws\":").contains("\"FunctionName\":\"posts\"");
    }

    @Test
    void writesNothingUnlessAsked() {
        assertThat(Emf.of(Map.of(), now::get)).isNull();
        assertThat(Emf.of(Map.of("JETS_METRICS", " "), now::get)).isNull();
    }

    @Test
    void warnsOfAFormatThatThereIsNot() {
        String log = Printed.by(() ->
                assertThat(Emf.of(Map.of("JETS_METRICS", "statsd"), now::get)).isNull());

        assertThat(log).contains("JETS_METRICS is 'statsd'; expected emf, or nothing; no metrics are written");
    }
}
