package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Looks for a password in all that an exception can print. */
final class Secrets {

    private Secrets() {}

    static void assertAbsent(String secret, Throwable failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed.toString()).doesNotContain(secret);
    }
}
