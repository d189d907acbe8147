package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cold start pays for. */
final class LoadedClassesTest {

    private final DatabaseConfig config = TestServers.postgresql();

    @TempDir
    private Path folder;

    @Test
    void leavesHikariAloneForOneConnection() throws Exception {
        try (BorrowerProcess borrower = new BorrowerProcess(config, 1, folder)) {
            assertThat(borrower.answer("select 7")).isEqualTo("7");
            assertThat(borrower.classes())
                    .noneMatch(line -> line.contains("com.zaxxer") || line.contains("connection.Pool "))
                    .noneMatch(line -> line.contains("com.mysql"))
                    .noneMatch(line -> line.contains("org.crac") || line.contains("connection.Jitter"))
                    // For snapshots the class that looks whether one may come; for the end the hook, one class too.
                    .filteredOn(line -> line.contains("connection.SnapStart") || line.contains("connection.Farewell"))
                    .hasSize(2);
            assertThat(borrower.log()).isEmpty();
        }
    }

    @Test
    void leavesTlsAloneWhereItIsOff() throws Exception {
        try (BorrowerProcess borrower = new BorrowerProcess(config, 1, folder)) {
            assertThat(borrower.answer("select 7")).isEqualTo("7");
            assertThat(borrower.classes())
                    .noneMatch(line -> line.contains("sun.security.ssl.SSL"))
                    .noneMatch(line -> line.contains("PostgresqlTlsFactory")
                            || line.contains("connection.Authorities")
                            || line.contains("connection.DriverWords")
                            || line.contains("connection.HeldStream")
                            || line.contains("connection.DirectTls")
                            || line.contains("connection.RdsHost")
                            || line.contains("connection.TlsFailure"));
        }
    }

    @Test
    void loadsHikariForMore() throws Exception {
        try (BorrowerProcess borrower = new BorrowerProcess(config, 2, folder)) {
            assertThat(borrower.answer("select 7")).isEqualTo("7");
            assertThat(borrower.classes()).anyMatch(line -> line.contains("com.zaxxer"));
            assertThat(borrower.log()).isEmpty();
        }
    }
}
