package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DatabasesTest {

    private final DatabaseConfig config = TestServers.postgresql();

    @Test
    void givesOneDatabaseANameToEveryThread() throws Exception {
        Databases databases = new Databases(() -> config, name -> config);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<Database> given = new HashSet<>();
        for (Future<Database> future : threads.invokeAll(IntStream.range(0, 8)
                .mapToObj(i -> (java.util.concurrent.Callable<Database>) databases::primary)
                .toList())) {
            given.add(future.get());
        }
        threads.shutdown();

        assertThat(given).containsExactly(databases.named("primary"));
        databases.primary().close();
    }

    @Test
    void triesAgainWhatCouldNotBeOpened() throws Exception {
        DatabaseConfig wrong = TestConfig.of(config).withSsl("on").build();
        boolean[] mended = {false};
        Databases databases = new Databases(() -> mended[0] ? config : wrong, name -> config);

        assertThatThrownBy(databases::primary).isInstanceOf(JetsException.class);
        mended[0] = true;

        try (Connection connection = databases.primary().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        databases.primary().close();
    }
}
