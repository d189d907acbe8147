package com.javaonjets.migration;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of migrations and the database they are for.
 *
 * @param heard what the listener was told, one line each
 */
record MigrationProject(DatabaseConfig config, Path folder, List<String> heard) {

    static MigrationProject of(DatabaseConfig config, Path folder) {
        return new MigrationProject(config, folder, new ArrayList<>());
    }

    MigrationProject with(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A migration that makes an empty table, and the way back. */
    MigrationProject withTable(String version, String table) {
        return with("V" + version + "__create_" + table + ".sql", "create table " + table + " (id int primary key);\n")
                .with("U" + version + "__create_" + table + ".sql", "drop table " + table + ";\n");
    }

    void remove(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Migrator migrator() {
        return Migrator.of(config, List.of(folder), new Recorder(heard));
    }

    void execute(String sql) {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column. */
    List<String> query(String sql) {
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

    List<String> tables() {
        String schema = switch (config.adapter()) {
            case MYSQL -> "database()";
            case POSTGRESQL -> "current_schema()";
        };
        return query("select table_name from information_schema.tables where table_schema = " + schema
                + " and table_name <> '" + Records.NAME + "' order by table_name");
    }

    List<String> versions() {
        return query("select version from flyway_schema_history order by installed_rank");
    }

    private record Recorder(List<String> heard) implements MigrationListener {

        @Override
        public void starting(Migration migration, Direction direction) {
            heard.add(direction + " " + migration.script());
        }

        @Override
        public void finished(Migration migration, Direction direction, Duration took) {
            heard.add(direction + " " + migration.script() + " done");
        }

        @Override
        public void waiting(String holder) {
            heard.add("waiting for " + holder);
        }

        @Override
        public void warned(String sentence) {
            heard.add("warned: " + sentence);
        }
    }
}
