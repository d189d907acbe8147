package com.javaonjets.database.dump;

import com.javaonjets.config.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pg_dump, which writes nothing from a server newer than itself.
 *
 * @param unfilled schema and name of the materialized views that are made without rows
 */
record PostgresqlProgram(DatabaseConfig config, String serverVersion, Set<List<String>> unfilled, String path)
        implements SchemaProgram {

    private static final String NAME = "pg_dump";

    /** What a session is set to, and what is the same in every database or its owner's alone to say. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "SET (?!default_table_access_method = (?!heap)).*|SELECT pg_catalog\\.set_config\\('search_path'.*"
                    + "|COMMENT ON EXTENSION .*",
            Pattern.DOTALL);

    private static final String QUOTED_OR_BARE = "(\"(?:[^\"]|\"\")+\"|[^\\s\".]+)";

    /** What pg_dump says of every materialized view where rows are left out; one that is never filled refuses to be read. */
    private static final Pattern NO_DATA = Pattern.compile(
            "(CREATE MATERIALIZED VIEW " + QUOTED_OR_BARE + "\\." + QUOTED_OR_BARE + "\\s.*)\\s+WITH NO DATA",
            Pattern.DOTALL);

    @Override
    public Optional<String> unfit() {
        if (config.jdbcUrl().isPresent()) {
            return Optional.of(NAME + " does not take the jdbc: URL of the database");
        }
        Optional<ClientProgram> program = ClientProgram.find(NAME, path);
        if (program.isEmpty()) {
            return Optional.of(NAME + " is not on the PATH");
        }
        int own = ClientProgram.series(program.get().version()).get(0);
        int server = ClientProgram.series(serverVersion).get(0);
        return own >= server
                ? Optional.empty()
                : Optional.of(NAME + " " + own + " on the PATH refuses the server, which is PostgreSQL " + server);
    }

    @Override
    public List<String> statements() {
        List<String> arguments = new ArrayList<>(List.of(
                "--schema-only",
                "--no-owner",
                "--no-privileges",
                "--no-tablespaces",
                "--no-password",
                "--encoding=UTF8"));
        Bookkeeping.TABLES.stream().sorted().forEach(table -> arguments.add("--exclude-table=*." + table));
        String text = ClientProgram.find(NAME, path).orElseThrow().run(arguments, this::connect);
        List<String> statements = new ArrayList<>(PostgresqlQueries.PREAMBLE);
        Statements.ofPostgresql(text).stream()
                .filter(sql -> !LEFT_OUT.matcher(sql).matches())
                .forEach(sql -> statements.add(filled(sql) + ";"));
        return statements;
    }

    private String filled(String sql) {
        Matcher view = NO_DATA.matcher(sql);
        return view.matches() && !unfilled.contains(List.of(unquoted(view.group(2)), unquoted(view.group(3))))
                ? view.group(1)
                : sql;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** Whatever the shell has set for other databases is left out. */
    private void connect(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("PGHOST", config.host());
        environment.put("PGPORT", Integer.toString(config.port()));
        environment.put("PGDATABASE", config.database());
        config.username().ifPresent(user -> environment.put("PGUSER", user));
        config.password().ifPresent(password -> environment.put("PGPASSWORD", password));
        config.ssl().ifPresent(mode -> environment.put("PGSSLMODE", mode));
        config.sslrootcert()
                .filter(certificates -> Files.isRegularFile(Path.of(certificates)))
                .ifPresent(certificates -> environment.put("PGSSLROOTCERT", certificates));
    }
}
