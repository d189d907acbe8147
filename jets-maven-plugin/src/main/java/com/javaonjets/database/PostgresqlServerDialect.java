package com.javaonjets.database;

import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PostgresqlServerDialect implements ServerDialect {

    /** The database's own, or that of the unique index on their names. */
    private static final Set<String> EXISTS_BY_NOW = Set.of("42P04", "23505");

    /** Of a locale that libc provides, and of the server's builtin one. */
    private static final Set<String> DOES_NOT_MATCH_LOCALE = Set.of("22023", "42809");

    private static final int FIRST_WITH_LOCALE_PROVIDERS = 15;
    private static final String IN_USE = "55006";

    @Override
    public String existence() {
        return "SELECT 1 FROM pg_database WHERE datname = ?";
    }

    @Override
    public String content() {
        return "SELECT 1 FROM information_schema.tables"
                + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_name NOT IN " + BOOKS
                + " LIMIT 1";
    }

    @Override
    public String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String usualEncoding() {
        return "UTF8";
    }

    /** template0 takes any encoding and locale, another one its own alone. */
    @Override
    public String creation(Connection connection, DatabaseConfig config) throws SQLException {
        return "CREATE DATABASE " + quoted(config.database())
                + " TEMPLATE " + quoted(config.template().orElse("template0"))
                + " ENCODING " + literal(config.encoding().orElse(usualEncoding()))
                + (ofTheServer(config) ? "" : provider(connection, config))
                + config.collation().map(name -> " LC_COLLATE " + literal(name)).orElse("")
                + config.ctype().map(name -> " LC_CTYPE " + literal(name)).orElse("");
    }

    private static boolean ofTheServer(DatabaseConfig config) {
        return config.collation().isEmpty() && config.ctype().isEmpty();
    }

    /** Under another provider than libc, both locales are taken and have no effect. A template brings its own. */
    private static String provider(Connection connection, DatabaseConfig config) throws SQLException {
        boolean hasProviders = connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_LOCALE_PROVIDERS;
        return hasProviders && config.template().isEmpty() ? " LOCALE_PROVIDER libc" : "";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public boolean existsByNow(SQLException failure) {
        return EXISTS_BY_NOW.contains(failure.getSQLState());
    }

    /** The server's own collation goes with some encodings alone; the one of C, which libc provides, goes with all. */
    @Override
    public Optional<DatabaseConfig> instead(DatabaseConfig config, SQLException failure) {
        if (!DOES_NOT_MATCH_LOCALE.contains(failure.getSQLState())
                || !ofTheServer(config)
                || config.template().isPresent()) {
            return Optional.empty();
        }
        Optional<String> fits = Optional.of("C");
        return Optional.of(config.toBuilder().collation(fits).ctype(fits).build());
    }

    /** The server ends its own workers itself. What it shows to a user who may see no more, is the name alone. */
    @Override
    public List<OtherSession> others(Connection connection, String database) throws SQLException {
        return Sessions.read(connection, """
                SELECT pid, coalesce(usename, 'a user unknown'), coalesce(host(client_addr), 'this server'),
                    coalesce(application_name, ''),
                    'connected since ' || coalesce(to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), 'a moment unknown')
                FROM pg_stat_activity
                WHERE datname = ? AND pid <> pg_backend_pid()
                    AND coalesce(backend_type, 'client backend') IN ('client backend', 'walsender')
                ORDER BY backend_start, pid""", database);
    }

    /** Of version 13 and later. */
    @Override
    public void removeWithSessions(Connection connection, String database) throws SQLException {
        Sessions.execute(connection, removal(database) + " WITH (FORCE)");
    }

    @Override
    public boolean isInUse(SQLException failure) {
        return IN_USE.equals(failure.getSQLState());
    }
}
