package com.javaonjets.database.dump;

import static java.util.stream.Collectors.joining;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.migration.AppliedMigration;
import com.javaonjets.migration.MigrationListener;
import com.javaonjets.migration.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes the schema that a file holds in an empty database, and counts the migrations as applied that have led to it. On
 * PostgreSQL it is one transaction; on MySQL a file that fails half-way leaves what it had done.
 */
public final class SchemaLoad {

    private static final int NAMED = 5;

    private static final String POSTGRESQL_TABLES = """
            SELECT quote_ident(nspname) || '.' || quote_ident(relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
            WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND nspname !~ '^pg_' AND nspname <> 'information_schema' AND relname NOT IN (%s)
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
            ORDER BY 1""".formatted(Bookkeeping.sqlList());

    private static final String MYSQL_TABLES = """
            SELECT TABLE_NAME FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT IN (%s) ORDER BY 1""".formatted(Bookkeeping.sqlList());

    private final DatabaseConfig config;
    private final Path file;

    private SchemaLoad(DatabaseConfig config, Path file) {
        this.config = config;
        this.file = file;
    }

    /** A load of a file into a database. */
    public static SchemaLoad of(DatabaseConfig config, Path file) {
        return new SchemaLoad(config, file);
    }

    /**
     * Loads the file.
     *
     * @return how many migrations count as applied now
     * @throws JetsException if the database holds tables or an applied migration already, or the file is missing, of
     *     another adapter, or does not load, saying what is in the database then
     */
    public int load() {
        List<AppliedMigration> applied = SchemaFile.applied(file, config.adapter());
        refuseIfFilled();
        Migrator.of(config, List.of(), MigrationListener.SILENT).load(file, applied);
        return applied.size();
    }

    /** Loading makes a schema and replaces none, so that nothing can be lost. */
    private void refuseIfFilled() {
        String query = switch (config.adapter()) {
            case POSTGRESQL -> POSTGRESQL_TABLES;
            case MYSQL -> MYSQL_TABLES;
        };
        List<String> tables = tables(query);
        if (!tables.isEmpty()) {
            String more = tables.size() > NAMED ? " and " + (tables.size() - NAMED) + " more" : "";
            throw new JetsException(
                    "the database '" + config.database() + "' is not empty: it holds "
                            + tables.stream().limit(NAMED).collect(joining(", ")) + more
                            + "; nothing was loaded; if nothing in it is needed, drop and create it first: mvn jets:db-drop jets:db-create");
        }
    }

    private List<String> tables(String query) {
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            return new Rows(connection).texts(query);
        } catch (SQLException e) {
            throw new JetsException(String.valueOf(e.getMessage()), e);
        }
    }
}
