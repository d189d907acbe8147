package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HostLookupTest {

    @Test
    void doesNotWaitForANameServerThatIsSilent() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> HostLookup.await("db.example", Duration.ofMillis(50), () -> {
                    never.await();
                    return null;
                }))
                .isInstanceOf(SQLException.class)
                .hasMessage("the name db.example was not resolved within 50 ms");
        never.countDown();
    }

    @Test
    void leavesAnUnknownNameToTheDriver() throws SQLException {
        HostLookup.await("db.example", Duration.ofSeconds(30), () -> {
            throw new UnknownHostException("db.example");
        });
    }

    @Test
    void waitsForAThreadThatIsInterruptedToo() throws SQLException {
        CountDownLatch looked = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        HostLookup.await("db.example", Duration.ofSeconds(30), () -> {
            looked.countDown();
            return null;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(looked.getCount()).isZero();
    }
}
