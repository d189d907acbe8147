package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import com.javaonjets.migration.Script.ScriptStatement;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureMessageTest {

    @Test
    void cutsALongStatement() {
        String sql = "insert into t values " + "(1),\n".repeat(100);
        assertThat(FailureMessage.shortened(sql))
                .hasSize(203)
                .startsWith("insert into t values (1), (1),")
                .endsWith("...");
    }

    @Test
    void saysThatItCannotTellWhatAConnectionThatWasLostHasKept() {
        Script script = new Script(
                MigrationFile.of(Path.of("V1__x.sql"), "V1__x.sql").orElseThrow(),
                List.of(new ScriptStatement(1, "select 1", true)),
                true);
        FailedStatement failed =
                new FailedStatement("V1__x.sql", 1, "select 1", new SQLException("An I/O error occurred", "08006"));
        Dialect dialect = Dialect.of(Adapter.POSTGRESQL);
        assertThat(FailureMessage.migrate(script, failed, Aftermath.UNKNOWN, dialect))
                .hasMessage("""
                        V1__x.sql failed at line 1: An I/O error occurred (SQLState 08006)
                          statement: select 1
                          kept: unknown, since the connection was lost
                          next: see by mvn jets:db-status, and in the database, what was done""");
    }
}
