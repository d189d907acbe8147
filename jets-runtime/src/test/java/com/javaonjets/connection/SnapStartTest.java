package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SnapStartTest {

    private static final String IMPLEMENTATION = "org.crac.Core.Compat";

    @AfterEach
    void forget() {
        System.clearProperty(IMPLEMENTATION);
    }

    @Test
    void comesOnLambdaWhereItsVariableSaysSo() {
        // Lambda names an implementation to every function.
        System.setProperty(IMPLEMENTATION, "com.amazonaws.services.lambda.crac");

        assertThat(SnapStart.mayCome(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")))
                .isTrue();
        assertThat(SnapStart.mayCome(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")))
                .isFalse();
        assertThat(SnapStart.mayCome(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency")))
                .isFalse();
    }

    @Test
    void comesElsewhereWhereAnImplementationIsNamed() {
        assertThat(SnapStart.mayCome(Map.of())).isFalse();
        System.setProperty(IMPLEMENTATION, "com.example.crac");

        assertThat(SnapStart.mayCome(Map.of())).isTrue();
    }
}
