package com.javaonjets.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {

    private static final String PASSWORD = "p\"a\\s#s;'";

    @TempDir
    private Path folder;

    private static DatabaseConfig database(Adapter adapter) {
        return DatabaseConfig.builder(Environment.PRODUCTION, adapter, "blog")
                .host("db.example.com")
                .username(Optional.of("app"))
                .password(Optional.of(PASSWORD))
                .build();
    }

    @Test
    void tellsPsqlAllByVariables() {
        DatabaseConfig database = database(Adapter.POSTGRESQL).toBuilder()
                .port(5433)
                .ssl(Optional.of("verify-full"))
                .properties(Map.of(
                        "sslrootcert", "/etc/rds.pem", "sslcert", "/etc/app.pem", "options", "-c statement_timeout=5s"))
                .build();

        try (PrivateFiles files = PrivateFiles.create()) {
            ProcessBuilder process = new PostgresqlClient().process(Path.of("/usr/bin/psql"), database, files);

            assertThat(process.command()).containsExactly("/usr/bin/psql", "--set=ON_ERROR_STOP=1");
            assertThat(process.environment())
                    .containsEntry("PGHOST", "db.example.com")
                    .containsEntry("PGPORT", "5433")
                    .containsEntry("PGDATABASE", "blog")
                    .containsEntry("PGUSER", "app")
                    .containsEntry("PGPASSWORD", PASSWORD)
                    .containsEntry("PGSSLMODE", "verify-full")
                    .containsEntry("PGSSLROOTCERT", "/etc/rds.pem")
                    .containsEntry("PGSSLCERT", "/etc/app.pem")
                    .containsEntry("PGCONNECT_TIMEOUT", "10")
                    .containsEntry("PGOPTIONS", "-c statement_timeout=5s");
        }
    }

    @Test
    void readsWhatTheUrlSaysOfTls() {
        DatabaseConfig database = database(Adapter.POSTGRESQL).toBuilder()
                .jdbcUrl(Optional.of("jdbc:postgresql://db.example.com/blog?sslmode=require&sslrootcert=%2Fa%20b.pem"))
                .build();

        try (PrivateFiles files = PrivateFiles.create()) {
            assertThat(new PostgresqlClient()
                            .process(Path.of("psql"), database, files)
                            .environment())
                    .containsEntry("PGSSLMODE", "require")
                    .containsEntry("PGSSLROOTCERT", "/a b.pem");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tellsMysqlAllByAFileThatOnlyTheUserMayRead() throws IOException {
        Path options;
        try (PrivateFiles files = PrivateFiles.create()) {
            DatabaseConfig database = database(Adapter.MYSQL).toBuilder()
                    .ssl(Optional.of("require"))
                    .build();

            List<String> command = client().process(program("mysql  Ver 9.7.0 for Linux"), database, files)
                    .command();

            options = Path.of(command.get(1).substring("--defaults-file=".length()));
            assertThat(command).hasSize(3).last().isEqualTo("blog");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(options.getParent())))
                    .isEqualTo("rwx------");
            assertThat(options).content().endsWith("""
                    [client]
                    host="db.example.com"
                    port="3306"
                    protocol=tcp
                    user="app"
                    password="p\\"a\\\\s#s;'"
                    default-character-set=utf8mb4
                    ssl-mode=REQUIRED
                    """);
        }
        assertThat(options.getParent()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void speaksToMariadbsProgramInItsWords() throws IOException {
        try (PrivateFiles files = PrivateFiles.create()) {
            DatabaseConfig database = database(Adapter.MYSQL).toBuilder()
                    .ssl(Optional.of("require"))
                    .build();

            List<String> command = client().process(
                            program("mariadb from 11.4.5-MariaDB, client 15.2"), database, files)
                    .command();

            assertThat(Path.of(command.get(1).substring("--defaults-file=".length())))
                    .content()
                    .endsWith("default-character-set=utf8mb4\nssl\nskip-ssl-verify-server-cert\n");
        }
    }

    private static MysqlClient client() {
        return new MysqlClient(List.of("mysql"));
    }

    /** One that answers to --version. */
    private Path program(String version) throws IOException {
        Path program = Files.writeString(folder.resolve("client"), "#!/bin/sh\necho '" + version + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
