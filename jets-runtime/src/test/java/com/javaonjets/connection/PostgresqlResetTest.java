package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PostgresqlResetTest extends ResetContract {

    PostgresqlResetTest() {
        super(Server.POSTGRESQL, Words.POSTGRESQL);
    }

    /** The driver makes it so by a SET, which is discarded with the others. */
    @Test
    void keepsAConnectionReadOnlyThatWasOpenedSo() throws SQLException {
        reopenWith(Map.of("readOnly", "true", "readOnlyMode", "always"));
        for (int i = 0; i < 3; i++) {
            assertThat(text("show default_transaction_read_only")).isEqualTo("on");
        }
    }
}
