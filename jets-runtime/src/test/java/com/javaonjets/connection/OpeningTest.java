package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpeningTest {

    @Test
    void waitsLongerFromAttemptToAttemptUpToASecond() {
        assertThat(Opening.bound(0)).isEqualTo(25);
        assertThat(Opening.bound(1)).isEqualTo(50);
        assertThat(Opening.bound(5)).isEqualTo(800);
        assertThat(Opening.bound(6)).isEqualTo(1000);
        assertThat(Opening.bound(1_000_000)).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "53300, 0, too many clients already, true",
        "57P03, 0, the database system is starting up, true",
        "08004, 1040, Too many connections, true",
        "42000, 1203, user has already more than max_user_connections, true",
        "42000, 1226, has exceeded the max_user_connections resource, true",
        "08P01, 0, no more connections allowed (max_client_conn), true",
        "08P01, 0, unsupported startup parameter: options, false",
        "08004, 0, the server does not support SSL, false",
        "28P01, 0, password authentication failed, false",
        "28000, 1045, Access denied, false",
        "3D000, 0, database does not exist, false",
        "42000, 1049, Unknown database, false",
        "08001, 0, unknown host, false"
    })
    void waitsForWhatGoesAwayByItself(String state, int code, String message, boolean passes) {
        assertThat(Opening.passes(new SQLException(message, state, code))).isEqualTo(passes);
    }

    @Test
    void waitsForARefusedConnectionAndForNoOtherFailureOfTheNetwork() {
        assertThat(Opening.passes(new SQLException("x", "08001", new ConnectException("Connection refused"))))
                .isTrue();
        assertThat(Opening.passes(new SQLException("x", "08001", new ConnectException("Connection timed out"))))
                .isFalse();
    }
}
