package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.testing.Printed;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Flyway prints nothing, whatever the version of the server, and asks nobody but the database. */
interface QuietContract {

    MigrationProject project();

    @Test
    default void printsNothing() {
        assertThat(Printed.by(this::doAllKindsOfThings)).isEmpty();
    }

    @Test
    default void connectsToNothingButTheDatabase() {
        ProxySelector before = ProxySelector.getDefault();
        Set<String> asked = new ConcurrentSkipListSet<>();
        ProxySelector.setDefault(new Recorder(asked));
        try {
            doAllKindsOfThings();
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address)
                        .matches("socket://(localhost|127\\.0\\.0\\.1):"
                                + project().config().port()));
    }

    private void doAllKindsOfThings() {
        project().withTable("2", "b").migrator().migrate();
        project().withTable("1", "a").migrator().migrate();
        project().migrator().status();
        project().migrator().rollback(1);
        project().remove("V1__create_a.sql");
        project().with("V3__x.sql", "nonsense;");
        assertThatThrownBy(() -> project().migrator().migrate())
                .hasMessageNotContainingAny("http", "Flyway", "Redgate");
        project().migrator().repair();
    }

    /** Asked by every socket that connects, and by every HTTP client. */
    final class Recorder extends ProxySelector {

        private final Set<String> asked;

        Recorder(Set<String> asked) {
            this.asked = asked;
        }

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri.toString());
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
