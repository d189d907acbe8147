package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MomentTest {

    private static final Moment EARLIER = new Moment(5_000_000_000L, 1_700_000_000_000L);

    @Test
    void countsByTheWallClockWhereTheOtherStoodStill() {
        assertThat(new Moment(5_000_000_000L, 1_700_000_060_000L).since(EARLIER))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void countsByTheMonotonicClockWhereTheOtherWasSetBack() {
        assertThat(new Moment(7_000_000_000L, 1_600_000_000_000L).since(EARLIER))
                .isEqualTo(Duration.ofSeconds(2));
    }
}
