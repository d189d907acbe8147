package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.util.List;
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

    @Test
    void putsAViewBehindAllThatItStandsOn() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("CREATE ALGORITHM=UNDEFINED VIEW `v%04d` AS select 1 from `v%04d`;\n".formatted(i, i + 1));
        }
        text.append("CREATE ALGORITHM=UNDEFINED VIEW `v5000` AS select 1;\n");
        List<MysqlObject> objects = MysqlDumpText.objects(text.toString(), "demo", "utf8mb4_bin");
        assertThat(MysqlText.statements(objects, "utf8mb4_bin"))
                .filteredOn(statement -> statement.startsWith("CREATE ALGORITHM"))
                .hasSize(5_001)
                .startsWith("CREATE ALGORITHM=UNDEFINED VIEW `v5000` AS select 1;")
                .endsWith("CREATE ALGORITHM=UNDEFINED VIEW `v0000` AS select 1 from `v0001`;");
    }
}
