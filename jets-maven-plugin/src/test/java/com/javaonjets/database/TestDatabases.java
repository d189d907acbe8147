package com.javaonjets.database;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.embedded.EmbeddedDatabase;
import com.javaonjets.embedded.Lease;
import com.javaonjets.embedded.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Databases, none of which exists yet, on real servers; an embedded one runs until the JVM ends. */
final class TestDatabases {

    /** Unlike those of other runs, which a server that outlives the JVM may hold too. */
    private static final String PREFIX = "goals_" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "_"
            + ProcessHandle.current().pid() + "_";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    static DatabaseConfig postgresql() {
        return named(Adapter.POSTGRESQL).on(Postgresql.LEASE.server());
    }

    static DatabaseConfig mariadb() {
        return named(Adapter.MYSQL).on(Mariadb.LEASE.server());
    }

    /** On the server that the variable REAL_MYSQL_URL names. */
    static DatabaseConfig mysql() {
        URI uri = URI.create(System.getenv("REAL_MYSQL_URL").substring("jdbc:".length()));
        Map<String, String> login = Arrays.stream(uri.getQuery().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return named(Adapter.MYSQL).toBuilder()
                .host(uri.getHost())
                .port(uri.getPort())
                .username(Optional.ofNullable(login.get("user")))
                .password(Optional.ofNullable(login.get("password")))
                .build();
    }

    private static DatabaseConfig named(Adapter adapter) {
        return DatabaseConfig.builder(Environment.DEVELOPMENT, adapter, PREFIX + COUNT.incrementAndGet())
                .build();
    }

    static void execute(DatabaseConfig config, String sql) {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column. */
    static List<String> query(DatabaseConfig config, String sql) {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Lease join(Adapter adapter) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "database-tests"));
            return EmbeddedDatabase.join(folder, adapter, Servers.binaries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Postgresql {
        static final Lease LEASE = join(Adapter.POSTGRESQL);
    }

    private static final class Mariadb {
        static final Lease LEASE = join(Adapter.MYSQL);
    }
}
