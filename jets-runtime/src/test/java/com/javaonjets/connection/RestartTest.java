package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.RestartableMariadb;
import com.javaonjets.testing.RestartablePostgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is restarted while the process is stopped, or while it runs: no connection outlives that. */
@Tag("slow")
final class RestartTest {

    @TempDir
    private Path folder;

    @Test
    void showsNothingOfARestartOfPostgresql() throws Exception {
        try (RestartablePostgresql server = new RestartablePostgresql(newFolder("server"))) {
            showsNothing(server.config(), server::stop, server::start);
        }
    }

    @Test
    void showsNothingOfARestartOfMariadb() throws Exception {
        try (RestartableMariadb server = new RestartableMariadb(newFolder("server"))) {
            showsNothing(server.config(), server::stop, server::start);
        }
    }

    private void showsNothing(DatabaseConfig config, Step stop, Step start) throws Exception {
        try (BorrowerProcess borrower = new BorrowerProcess(config, 1, newFolder("borrower"))) {
            assertThat(borrower.answer("select 7")).isEqualTo("7");
            borrower.freeze();
            stop.take();
            start.take();
            borrower.thaw();
            assertThat(borrower.answer("select 7")).isEqualTo("7");

            stop.take();
            borrower.ask("select 7");
            start.take();
            assertThat(borrower.answer()).isEqualTo("7");
            assertThat(borrower.log()).isEmpty();
        }
    }

    private Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Stops or starts the server. */
    private interface Step {
        void take() throws Exception;
    }
}
