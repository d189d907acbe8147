package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatementsTest {

    /** In a few seconds; were the statement looked through at each of its parts, in many minutes. */
    @Test
    void takesALongStatementApartInOneGo() {
        String body = "SELECT 'a;b' AS \"c\"; /* and on */\n".repeat(200_000);
        String function = "CREATE FUNCTION f() RETURNS text BEGIN ATOMIC\n" + body + "END";
        String procedure = "CREATE PROCEDURE p()\nBEGIN\n" + body + "END";
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            assertThat(Statements.ofPostgresql(function + ";\n-- next\nSELECT 1;\n"))
                    .isEqualTo(List.of(function, "SELECT 1"));
            assertThat(Statements.ofMysql("DELIMITER ;;\n" + procedure + " ;;\nDELIMITER ;\nSELECT 1;\n"))
                    .isEqualTo(List.of(procedure, "SELECT 1"));
        });
    }
}
