package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class JitterTest {

    @Test
    void differsInEveryRestoredCopy() {
        Set<List<Long>> copies = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Jitter.reseed();
            copies.add(pauses());
        }

        assertThat(copies).hasSize(1000);
    }

    @Test
    void reachesItsBoundAndNoFurther() {
        assertThat(LongStream.range(0, 1000).map(i -> Jitter.upTo(2)).distinct().sorted())
                .containsExactly(0L, 1L, 2L);
    }

    private static List<Long> pauses() {
        return LongStream.range(0, 10).map(i -> Jitter.upTo(1000)).boxed().toList();
    }
}
