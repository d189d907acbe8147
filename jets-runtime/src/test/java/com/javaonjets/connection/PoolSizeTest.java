package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.testing.TestConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoolSizeTest {

    private static final TestConfig CONFIG = TestConfig.of(Adapter.MYSQL, "localhost", 3306, "blog");

    @Test
    void isOneWhereOneInvocationRunsAtATime() {
        assertThat(PoolSize.of(CONFIG.build(), Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "")))
                .isEqualTo(1);
    }

    @Test
    void isTheConcurrencyOfTheEnvironment() {
        assertThat(PoolSize.of(CONFIG.build(), Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "32")))
                .isEqualTo(32);
    }

    @Test
    void isWhatTheFileSays() {
        assertThat(PoolSize.of(CONFIG.withPool(3).build(), Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "32")))
                .isEqualTo(3);
    }

    @Test
    void refusesAConcurrencyThatIsNoNumber() {
        assertThatThrownBy(() -> PoolSize.of(CONFIG.build(), Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "many")))
                .isInstanceOf(JetsException.class)
                .hasMessage("AWS_LAMBDA_MAX_CONCURRENCY is 'many'; expected a number from 1 on, or set pool in"
                        + " config/database.yml");
    }
}
