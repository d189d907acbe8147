package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.testing.RestartablePostgresql;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is restarted while the process is stopped, or while it runs. */
final class RestartTest {

    @TempDir
    private Path folder;

    @Test
    void showsNothingOfARestart() throws Exception {
        try (RestartablePostgresql server = new RestartablePostgresql(Files.createDirectory(folder.resolve("server")));
                BorrowerProcess borrower =
                        new BorrowerProcess(server.config(), 1, Files.createDirectory(folder.resolve("borrower")))) {
            String first = borrower.answer("select pg_backend_pid()");
            borrower.freeze();
            server.stop();
            server.start();
            borrower.thaw();

            String second = borrower.answer("select pg_backend_pid()");
            assertThat(second).containsOnlyDigits().isNotEqualTo(first);

            server.stop();
            borrower.ask("select pg_backend_pid()");
            server.start();
            assertThat(borrower.answer()).containsOnlyDigits().isNotEqualTo(second);
            assertThat(borrower.log()).isEmpty();
        }
    }
}
