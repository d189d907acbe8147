package com.javaonjets.database.dump;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.migration.MigrationListener;
import com.javaonjets.migration.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the schema of a database into a file that is the same whenever, wherever and by whomever it is written: it holds
 * no host, date, version, account or counter, and its order follows from its names alone. Owners and privileges are left
 * out, since accounts belong to a server.
 */
public final class SchemaDump {

    private final DatabaseConfig config;
    private final Path file;
    private final Optional<DumpWay> wanted;
    private final String path;

    private SchemaDump(DatabaseConfig config, Path file, Optional<DumpWay> wanted, String path) {
        this.config = config;
        this.file = file;
        this.wanted = wanted;
        this.path = path;
    }

    /** The file of a database below its project's folder: {@code db/schema.sql}, or {@code db/<name>_schema.sql} for one of several. */
    public static Path file(Path projectFolder, DatabaseConfig config) {
        String name = config.name().equals("primary") ? "schema.sql" : config.name() + "_schema.sql";
        return projectFolder.resolve("db").resolve(name);
    }

    /**
     * A dump of a database into a file.
     *
     * @param wanted empty for the way that an existing file was written in, else the program where it is and fits, else
     *     queries
     */
    public static SchemaDump of(DatabaseConfig config, Path file, Optional<DumpWay> wanted) {
        return of(
                config, file, wanted, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** @param path where programs are looked for, as the variable PATH has it */
    static SchemaDump of(DatabaseConfig config, Path file, Optional<DumpWay> wanted, String path) {
        return new SchemaDump(config, file, wanted, path);
    }

    /**
     * Writes the file, unless it holds the schema as it is already.
     *
     * @return whether it has changed
     * @throws JetsException if the database cannot be read, holds what the way does not carry, or the file cannot be
     *     written; the file is as it was then
     */
    public boolean write() {
        String text = text();
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new JetsException("cannot write " + file + ": " + e + "; check its permissions", e);
        }
    }

    /** What the file is to hold. */
    String text() {
        var applied = Migrator.of(config, List.of(), MigrationListener.SILENT).applied();
        try (Connection connection = DirectDataSource.of(several()).getConnection()) {
            Dumped dumped = dumped(connection);
            return new SchemaFile(config.adapter(), dumped.way(), dumped.statements(), applied).text();
        } catch (SQLException e) {
            throw new JetsException(
                    "cannot read the schema of the database '" + config.database() + "': " + e.getMessage(), e);
        }
    }

    private record Dumped(DumpWay way, List<String> statements) {}

    private Dumped dumped(Connection connection) throws SQLException {
        SchemaProgram program = SchemaProgram.of(config, connection, path);
        if (wanted.isPresent()) {
            return wanted.get() == DumpWay.PROGRAM ? byProgram(program) : byQueries(connection);
        }
        boolean fits = program.unfit().isEmpty();
        if (!fits || SchemaFile.way(file).equals(Optional.of(DumpWay.QUERIES))) {
            return byQueriesOr(connection, program);
        }
        return byProgram(program);
    }

    private Dumped byQueriesOr(Connection connection, SchemaProgram program) throws SQLException {
        try {
            return byQueries(connection);
        } catch (JetsException e) {
            if (program.unfit().isPresent()) {
                throw e;
            }
            return byProgram(program);
        }
    }

    private static Dumped byProgram(SchemaProgram program) {
        program.unfit().ifPresent(reason -> {
            throw new JetsException(reason + "; install the one that fits, or run with -Djets.dump=queries");
        });
        return new Dumped(DumpWay.PROGRAM, program.statements());
    }

    private Dumped byQueries(Connection connection) throws SQLException {
        List<String> statements = switch (config.adapter()) {
            case POSTGRESQL -> inSnapshot(connection);
            case MYSQL -> new MysqlQueries(connection, config.database()).statements();
        };
        return new Dumped(DumpWay.QUERIES, statements);
    }

    /** All queries see one state. */
    private static List<String> inSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<String> statements = new PostgresqlQueries(connection).statements();
        connection.rollback();
        return statements;
    }

    private DatabaseConfig several() {
        if (config.adapter() != Adapter.MYSQL) {
            return config;
        }
        Map<String, String> properties = new HashMap<>(config.properties());
        properties.put("allowMultiQueries", "true");
        return config.toBuilder().properties(properties).build();
    }
}
