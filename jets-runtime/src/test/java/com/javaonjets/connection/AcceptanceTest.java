package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.connection.Acceptance.Extent;
import com.javaonjets.testing.TestConfig;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptanceTest {

    private static final TestConfig POSTGRESQL = TestConfig.of(Adapter.POSTGRESQL, "db.example", 5432, "blog");

    @ParameterizedTest
    @CsvSource({
        "08P01, 0, unsupported startup parameter: options, POOLER",
        "08P01, 0, unsupported startup parameter in options: idle_session_timeout, POOLER",
        "08P01, 0, unsupported startup parameter: extra_float_digits, STRICT_POOLER",
        "08P01, 0, no more connections allowed (max_client_conn), ALL",
        "08P01, 0, password authentication failed, ALL",
        "0A000, 0, RDS Proxy currently doesn’t support command-line options., POOLER",
        "0A000, 0, unsupported frontend protocol, ALL",
        "42704, 0, unrecognized configuration parameter \"idle_session_timeout\", TRANSACTIONS_ALONE",
        "42704, 0, unrecognized configuration parameter \"idle_in_transaction_session_timeout\", NOTHING",
        "42704, 0, unrecognized configuration parameter \"jit_of\", ALL",
        "HY000, 1193, Unknown system variable 'wait_timeout', NOTHING",
        "42000, 1227, Access denied; you need SUPER, NOTHING",
        "28000, 1045, Access denied, ALL",
        "53300, 0, too many clients already, ALL"
    })
    void learnsWhatIsRefused(String state, int code, String message, Extent less) {
        assertThat(Extent.ALL.after(new SQLException(message, state, code))).isEqualTo(less);
    }

    @Test
    void takesARefusalOfWhatItDidNotTellForTheUsers() {
        SQLException refusal = new SQLException("unrecognized parameter \"idle_session_timeout\"", "42704");

        assertThat(Extent.TRANSACTIONS_ALONE.after(refusal)).isEqualTo(Extent.TRANSACTIONS_ALONE);
        assertThat(Extent.POOLER.after(refusal)).isEqualTo(Extent.POOLER);
    }

    @Test
    void triesWithLessUntilNothingIsLeft() {
        SQLException options = new SQLException("unsupported startup parameter: options", "08P01");
        SQLException digits = new SQLException("unsupported startup parameter: extra_float_digits", "08P01");

        assertThat(Extent.POOLER.after(options)).isEqualTo(Extent.POOLER);
        assertThat(Extent.POOLER.after(digits)).isEqualTo(Extent.STRICT_POOLER);
        assertThat(Extent.STRICT_POOLER.after(digits)).isEqualTo(Extent.STRICT_POOLER);
        assertThat(Extent.STRICT_POOLER.after(options)).isEqualTo(Extent.STRICT_POOLER);
    }

    @Test
    void knowsByTheConfigurationWhatWouldBeRefused() {
        assertThat(known(POSTGRESQL)).isEqualTo(Extent.ALL);
        assertThat(known(POSTGRESQL.withServerVersion("9.6"))).isEqualTo(Extent.TRANSACTIONS_ALONE);
        assertThat(known(POSTGRESQL.withServerVersion("13"))).isEqualTo(Extent.TRANSACTIONS_ALONE);
        assertThat(known(POSTGRESQL.withServerVersion("14.2"))).isEqualTo(Extent.ALL);
        assertThat(known(
                        TestConfig.of(Adapter.MYSQL, "db.example", 3306, "blog").withServerVersion("10.11")))
                .isEqualTo(Extent.ALL);
        assertThat(known(POSTGRESQL.withAddress("blog.proxy-cdefgh.eu-west-1.rds.amazonaws.com", 5432)))
                .isEqualTo(Extent.POOLER);
        assertThat(known(POSTGRESQL.withAddress("blog.cdefgh.eu-west-1.rds.amazonaws.com", 5432)))
                .isEqualTo(Extent.ALL);
    }

    private static Extent known(TestConfig config) {
        return Acceptance.of(config.build()).extent();
    }
}
