package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** mysqldump for MySQL, mariadb-dump for MariaDB; each of the server's series or a newer one. */
record MysqlProgram(DatabaseConfig config, String serverVersion, String databaseCollation, String path)
        implements SchemaProgram {

    private record Found(ClientProgram program, String version) {

        boolean isMariadb() {
            return version.contains("MariaDB");
        }

        /** MariaDB's older releases print their protocol's version first. */
        List<Integer> series() {
            int release = version.indexOf("Distrib ");
            return ClientProgram.series(release < 0 ? version : version.substring(release));
        }
    }

    @Override
    public Optional<String> unfit() {
        if (config.jdbcUrl().isPresent()) {
            return Optional.of(name() + " does not take the jdbc: URL of the database");
        }
        Optional<Found> found = found();
        if (found.isEmpty()) {
            return Optional.of(name() + " is not on the PATH");
        }
        List<Integer> own = found.get().series();
        List<Integer> server = ClientProgram.series(serverVersion);
        return own.get(0) * 1000 + own.get(1) >= server.get(0) * 1000 + server.get(1)
                ? Optional.empty()
                : Optional.of(name() + " on the PATH is of " + own.get(0) + "." + own.get(1)
                        + ", older than the server of " + server.get(0) + "." + server.get(1));
    }

    private boolean isMariadb() {
        return serverVersion.contains("MariaDB");
    }

    private String name() {
        return isMariadb() ? "mariadb-dump" : "mysqldump";
    }

    /** On some systems mysqldump is another name of mariadb-dump. */
    private Optional<Found> found() {
        return Stream.of(name(), "mysqldump")
                .flatMap(name -> ClientProgram.find(name, path).stream())
                .map(program -> new Found(program, program.version()))
                .filter(found -> found.isMariadb() == isMariadb())
                .findFirst();
    }

    @Override
    public List<String> statements() {
        try {
            Path options = ClientProgram.privateFile(options());
            try {
                String text = found().orElseThrow().program().run(arguments(options), environment -> {
                    environment.keySet().removeIf(name -> name.startsWith("MYSQL_"));
                    environment.put("MYSQL_TEST_LOGIN_FILE", options + ".none");
                });
                return MysqlText.statements(
                        MysqlDumpText.objects(text, config.database(), databaseCollation), databaseCollation);
            } finally {
                Files.delete(options);
            }
        } catch (IOException e) {
            throw new JetsException(
                    "cannot write the file that tells " + name() + " the password: " + e.getMessage(), e);
        }
    }

    private List<String> arguments(Path options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--defaults-file=" + options,
                "--no-data",
                "--routines",
                "--events",
                "--triggers",
                "--skip-add-drop-table",
                "--skip-add-locks",
                "--skip-lock-tables",
                "--skip-comments",
                "--no-tablespaces",
                "--loose-column-statistics=0",
                "--loose-set-gtid-purged=OFF",
                "--default-character-set=utf8mb4"));
        Bookkeeping.TABLES.stream()
                .sorted()
                .forEach(table -> arguments.add("--ignore-table=" + config.database() + "." + table));
        arguments.add(config.database());
        return arguments;
    }

    private String options() {
        StringBuilder options = new StringBuilder("[client]\nprotocol=tcp\n");
        options.append("host=").append(quoted(config.host())).append('\n');
        options.append("port=").append(config.port()).append('\n');
        config.username()
                .ifPresent(user -> options.append("user=").append(quoted(user)).append('\n'));
        config.password()
                .ifPresent(password ->
                        options.append("password=").append(quoted(password)).append('\n'));
        config.sslrootcert()
                .filter(certificates -> Files.isRegularFile(Path.of(certificates)))
                .ifPresent(certificates ->
                        options.append("ssl-ca=").append(quoted(certificates)).append('\n'));
        String mode = config.ssl().orElse(config.loopback() ? "disable" : "prefer");
        return options.append(isMariadb() ? mariadbTls(mode) : mysqlTls(mode))
                .append('\n')
                .toString();
    }

    private static String mysqlTls(String mode) {
        return "ssl-mode="
                + switch (mode) {
                    case "disable" -> "DISABLED";
                    case "require" -> "REQUIRED";
                    case "verify-full" -> "VERIFY_IDENTITY";
                    default -> "PREFERRED";
                };
    }

    private static String mariadbTls(String mode) {
        return switch (mode) {
            case "disable" -> "skip-ssl";
            case "verify-full" -> "ssl\nssl-verify-server-cert";
            default -> "ssl\nskip-ssl-verify-server-cert";
        };
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
