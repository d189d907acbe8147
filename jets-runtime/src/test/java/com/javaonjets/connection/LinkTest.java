package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LinkTest {

    @Test
    void countsByTheWallClockWhereTheOtherStoodStill() {
        assertThat(Link.passed(0, 60_000)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void countsByTheMonotonicClockWhereTheOtherWasSetBack() {
        assertThat(Link.passed(2_000_000_000L, -100_000_000_000L)).isEqualTo(Duration.ofSeconds(2));
    }
}
