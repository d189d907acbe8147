package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.testing.TestConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BorrowTest {

    @Test
    void pingsForThreeTenthsOfASecondAtMost() {
        assertThat(borrow(Duration.ofSeconds(10)).pingMilliseconds()).isEqualTo(300);
        assertThat(borrow(Duration.ZERO).pingMilliseconds()).isEqualTo(300);
    }

    @Test
    void pingsForAQuarterOfTheTimeThatItHas() {
        assertThat(borrow(Duration.ofMillis(400)).pingMilliseconds()).isBetween(1, 100);
    }

    @Test
    @SuppressWarnings("try") // closing it is all the use of a fence
    void pingsForAQuarterOfTheTimeThatItsInvocationHas() {
        try (Fence invocation = Fence.of(800)) {
            assertThat(borrow(Duration.ofSeconds(10)).pingMilliseconds()).isBetween(1, 150);
        }
    }

    private static Borrow borrow(Duration connectTimeout) {
        TestConfig config =
                TestConfig.of(Adapter.MYSQL, "127.0.0.1", 3306, "blog").withConnectTimeout(connectTimeout);
        return new Borrow(Address.of(config.build(), Path.of("")), new Counters());
    }
}
