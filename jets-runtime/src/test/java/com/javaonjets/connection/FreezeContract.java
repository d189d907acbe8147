package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to connections while their process is stopped, as an idle execution environment is. */
abstract class FreezeContract {

    private final Server server;
    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    FreezeContract(Server server) {
        this.server = server;
        this.config = server.newDatabase();
    }

    @Test
    void showsNothingOfAConnectionThatWasKilled() throws Exception {
        showsNothingOfConnectionsThatWereKilled(1);
    }

    @Test
    void showsNothingOfAConnectionOfAPoolThatWasKilled() throws Exception {
        showsNothingOfConnectionsThatWereKilled(3);
    }

    private void showsNothingOfConnectionsThatWereKilled(int pool) throws Exception {
        try (CountingProxy proxy = CountingProxy.to(config.host(), config.port());
                BorrowerProcess borrower = new BorrowerProcess(
                        TestConfig.of(config)
                                .withAddress("127.0.0.1", proxy.port())
                                .build(),
                        pool,
                        folder)) {
            long id = Long.parseLong(borrower.answer(server.idQuery()));
            for (int i = 0; i < 3; i++) {
                borrower.freeze();
                server.kill(id, config);
                proxy.awaitEnds();
                borrower.thaw();

                String next = borrower.answer(server.idQuery());
                assertThat(next).containsOnlyDigits().isNotEqualTo(Long.toString(id));
                id = Long.parseLong(next);
            }
            assertThat(borrower.log()).isEmpty();
        }
    }
}
