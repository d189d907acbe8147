package com.javaonjets.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pg_hba.conf of the tests: the server's own superuser comes in by name, everyone else by SCRAM. */
final class PasswordRule {

    private static final String RULES = """
            local all postgres trust
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private PasswordRule() {}

    static Path file() throws IOException {
        Path file = Files.createTempFile("jets-pg_hba", ".conf");
        file.toFile().deleteOnExit();
        return Files.writeString(file, RULES);
    }
}
