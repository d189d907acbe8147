package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DriverSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * mysql or mariadb, told all by a file of options.
 *
 * @param programs its own server's first: MySQL's program has lost a way to log in that is MariaDB's usual one
 */
record MysqlClient(List<String> programs) implements Client {

    static MysqlClient of(DatabaseMetaData server) throws SQLException {
        boolean mariadb = server.getDatabaseProductVersion().contains("MariaDB");
        return new MysqlClient(mariadb ? List.of("mariadb", "mysql") : List.of("mysql", "mariadb"));
    }

    /**
     * The file is the one that is read, and includes the user's own: of two files the later one wins, and a password in
     * ~/.my.cnf comes after any --defaults-extra-file.
     */
    @Override
    public ProcessBuilder process(Path program, DatabaseConfig database, PrivateFiles files) {
        List<String> lines = new ArrayList<>();
        Path own = Path.of(System.getProperty("user.home"), ".my.cnf");
        if (Files.isReadable(own)) {
            lines.add("!include " + own);
        }
        lines.add("[client]");
        lines.addAll(connection(database));
        lines.addAll(encryption(database, isMariadb(program), files));
        Path options = files.write("options.cnf", String.join("\n", lines) + "\n");
        return new ProcessBuilder(program.toString(), "--defaults-file=" + options, database.database());
    }

    /** By TCP: to these programs localhost is a socket's file. */
    private static List<String> connection(DatabaseConfig database) {
        List<String> lines = new ArrayList<>(List.of(
                option("host", database.host()), option("port", Integer.toString(database.port())), "protocol=tcp"));
        database.username().ifPresent(user -> lines.add(option("user", user)));
        database.password().ifPresent(password -> lines.add(option("password", password)));
        lines.add("default-character-set=utf8mb4");
        return lines;
    }

    private static List<String> encryption(DatabaseConfig database, boolean mariadb, PrivateFiles files) {
        Map<String, String> settings = DriverSettings.of(database);
        String mode = settings.getOrDefault("sslMode", "PREFERRED").toUpperCase(Locale.ROOT);
        List<String> lines = new ArrayList<>(mariadb ? wordsOfMariadb(mode) : List.of("ssl-mode=" + mode));
        if (!mariadb
                && settings.getOrDefault("allowPublicKeyRetrieval", "false").equalsIgnoreCase("true")) {
            lines.add("get-server-public-key");
        }
        if (mode.startsWith("VERIFY_")) {
            lines.add(option("ssl-ca", authorities(settings, files).toString()));
        }
        return lines;
    }

    /** MariaDB's client knows no mode between encrypted and verified with the name. */
    private static List<String> wordsOfMariadb(String mode) {
        return switch (mode) {
            case "DISABLED" -> List.of("skip-ssl");
            case "VERIFY_CA", "VERIFY_IDENTITY" -> List.of("ssl", "ssl-verify-server-cert");
            default -> List.of("ssl", "skip-ssl-verify-server-cert");
        };
    }

    /** The driver's key store in the form that the programs read. */
    private static Path authorities(Map<String, String> settings, PrivateFiles files) {
        String store = settings.get("trustCertificateKeyStoreUrl");
        if (store == null) {
            throw new JetsException(
                    "ssl is verify-full, and the server's client needs the authorities' certificates; name their"
                            + " key store by trustCertificateKeyStoreUrl under properties in config/database.yml, or take"
                            + " -Djets.console=prompt, which verifies by Java's own");
        }
        return files.write("authorities.pem", KeyStores.pem(store, settings));
    }

    private static boolean isMariadb(Path program) {
        try {
            Process version = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getOutputStream().close();
            return new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("MariaDB");
        } catch (IOException e) {
            throw new JetsException("cannot run " + program + ": " + e.getMessage(), e);
        }
    }

    /** In quotes, within which a backslash begins an escape and a number sign no comment. */
    private static String option(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
