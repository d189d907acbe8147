package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
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
        try (BorrowerProcess borrower = new BorrowerProcess(config, pool, folder)) {
            long id = Long.parseLong(borrower.answer(server.idQuery()));
            for (int i = 0; i < 3; i++) {
                borrower.freeze();
                server.kill(id, config);
                borrower.thaw();

                String next = borrower.answer(server.idQuery());
                assertThat(next).containsOnlyDigits().isNotEqualTo(Long.toString(id));
                id = Long.parseLong(next);
            }
            assertThat(borrower.log()).isEmpty();
        }
    }
}
