package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import org.junit.jupiter.api.Test;

final class MysqlDumpTextTest {

    /** No release that is known writes such a thing; one to come may. */
    @Test
    void showsAStatementThatItDoesNotUnderstand() {
        String text = "/*!50003 SET sql_mode = '' */;\nCREATE TABLE `a` (id int);\nCREATE (sth.) `b`;\n";
        assertThatThrownBy(() -> MysqlDumpText.objects(text, "demo", "utf8mb4_bin"))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("CREATE (sth.) `b`")
                .hasMessageContaining("-Djets.dump=queries");
    }
}
