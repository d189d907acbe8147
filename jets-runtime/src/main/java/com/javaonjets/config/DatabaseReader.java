package com.javaonjets.config;

import com.javaonjets.JetsException;
import com.javaonjets.config.YamlNode.Entries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the databases of one environment, each from a section and from the variable that has a URL for it. */
final class DatabaseReader {

    private static final Place PROCESS = new Place("the environment");

    /** Means something to one kind of database, and something else, or nothing, to another. */
    private static final Set<String> OF_ONE_ADAPTER =
            Set.of("port", "encoding", "collation", "ctype", "template", "variables", "properties", "server_version");

    private final Environment environment;
    private final Map<String, String> variables;
    private final Template template;

    DatabaseReader(Environment environment, Map<String, String> variables, Template template) {
        this.environment = environment;
        this.variables = variables;
        this.template = template;
    }

    /** The variable that has a URL for a database, as in Rails: NAME_DATABASE_URL, else DATABASE_URL for the primary. */
    static Optional<Found> variable(String name, boolean primary, Map<String, String> variables) {
        Optional<Found> own = found(name.toUpperCase(Locale.ROOT) + "_DATABASE_URL", variables);
        return own.isEmpty() && primary ? found("DATABASE_URL", variables) : own;
    }

    /**
     * Reads one.
     *
     * @param primary whether it is the one named so, or the first where none is
     * @param place where its section stands
     */
    DatabaseConfig read(String name, boolean primary, Place place, Entries section) {
        Settings settings = Settings.of(section, template, variables, place);
        Optional<Found> url = settings.url();
        if (url.isEmpty()) {
            url = variable(name, primary, variables);
        }
        if (url.isEmpty()) {
            return builder(name, primary, settings, adapter(settings)).build();
        }
        DatabaseConfig config = byUrl(name, primary, settings, url.get());
        refuseRealDatabaseInTest(config, url.get());
        return config;
    }

    private DatabaseConfig byUrl(String name, boolean primary, Settings siblings, Found found) {
        DatabaseUrl url = DatabaseUrl.parse(found);
        Settings merged = siblings.below(url.keys(), new Place("'" + found.key() + "' in " + found.place()));
        Adapter adapter = adapter(merged);
        Optional<String> sibling = siblings.text("adapter");
        if (url.namesTls()) {
            merged = merged.without(DatabaseUrl.TLS);
        }
        boolean foreign = sibling.isPresent() && !Adapter.named(sibling.get()).equals(Optional.of(adapter));
        DatabaseConfig config = builder(name, primary, foreign ? merged.without(OF_ONE_ADAPTER) : merged, adapter)
                .jdbcUrl(url.jdbcUrl())
                .embedded(false)
                .build();
        return config.toBuilder()
                .properties(properties(config, url, DriverProperties.of(adapter, merged.ofUrl())))
                .build();
    }

    /** The section's, and above them what the URL says, in the words of Rails or of the driver. */
    private static Map<String, String> properties(DatabaseConfig config, DatabaseUrl url, Map<String, String> byKeys) {
        Map<String, String> properties = new HashMap<>(config.properties());
        if (url.namesTls()) {
            for (String name : config.properties().keySet()) {
                if (DatabaseUrl.isOfTls(name)) {
                    properties.remove(name);
                }
            }
        }
        // The section's options were joined to the URL's already.
        byKeys.remove("options");
        properties.putAll(byKeys);
        DriverProperties.add(properties, url.properties());
        return properties;
    }

    private static Adapter adapter(Settings settings) {
        Optional<Found> adapter = settings.find("adapter");
        if (adapter.isEmpty()) {
            throw new JetsException("no adapter in " + settings.place() + "; add 'adapter: mysql' or "
                    + "'adapter: postgresql', or a URL by the key url or the variable DATABASE_URL");
        }
        return adapter.get().adapter();
    }

    private DatabaseConfigBuilder builder(String name, boolean primary, Settings settings, Adapter adapter) {
        DatabaseConfigBuilder builder = DatabaseConfig.builder(environment, adapter, database(settings))
                .name(name)
                .migrationsPaths(migrationsPaths(name, primary, settings))
                .properties(DriverProperties.of(adapter, settings))
                .encoding(settings.text("encoding"))
                .collation(settings.text("collation"))
                .ctype(settings.text("ctype"))
                .template(settings.text("template"))
                .credentials(settings.text("credentials"));
        Optional<Found> version = settings.find("server_version");
        if (version.isPresent()) {
            builder.serverVersion(Optional.of(version.get().version()));
        }
        flags(builder, settings);
        access(builder, settings);
        limits(builder, settings);
        return builder;
    }

    private static String database(Settings settings) {
        Optional<String> database = settings.text("database", "dbname", "db");
        if (database.isEmpty()) {
            throw new JetsException("no database in " + settings.place() + settings.misspelt("database")
                    + "; add 'database: NAME', set the variable that the name is taken from, or end the URL with it");
        }
        return database.get();
    }

    private static void flags(DatabaseConfigBuilder builder, Settings settings) {
        boolean replica = settings.flag("replica", false);
        builder.replica(replica)
                .databaseTasks(settings.flag("database_tasks", true) && !replica)
                .reset(settings.flag("reset", false))
                .embedded(settings.flag("embedded", false));
    }

    private static void access(DatabaseConfigBuilder builder, Settings settings) {
        Optional<Found> host = settings.find("host", "hostname");
        if (host.isPresent()) {
            builder.host(host.get().host());
        }
        Optional<Found> port = settings.find("port");
        if (port.isPresent()) {
            builder.port(port.get().whole(1, 65_535));
        }
        builder.username(settings.text("username", "user"));
        Optional<Found> password = settings.find("password", "pass");
        if (password.isPresent()) {
            builder.password(password.get().text());
        }
        Optional<Found> ssl = settings.find("ssl");
        if (ssl.isPresent()) {
            builder.ssl(Optional.of(ssl.get().ssl()));
        }
        builder.sslrootcert(settings.text("sslrootcert", "sslca", "ssl_ca"));
    }

    private static void limits(DatabaseConfigBuilder builder, Settings settings) {
        Optional<Found> pool = settings.find("pool", "max_connections");
        if (pool.isPresent()) {
            builder.pool(pool.get().whole(1, Integer.MAX_VALUE));
        }
        Optional<Found> connectTimeout = settings.find("connect_timeout");
        if (connectTimeout.isPresent()) {
            builder.connectTimeout(connectTimeout.get().seconds());
        }
        Optional<Found> idleLimit = settings.find("idle_limit");
        if (idleLimit.isPresent()) {
            builder.idleLimit(idleLimit.get().seconds());
        }
        Optional<Found> pingAfter = settings.find("ping_after");
        if (pingAfter.isPresent()) {
            builder.pingAfter(pingAfter.get().seconds());
        }
    }

    private static List<String> migrationsPaths(String name, boolean primary, Settings settings) {
        List<String> paths = settings.list("migrations_paths");
        if (!paths.isEmpty()) {
            return paths;
        }
        return List.of(primary ? "db/migrate" : "db/" + name + "_migrate");
    }

    /** A variable of the shell must never aim the tests at a real database, and not by way of the file either. */
    private void refuseRealDatabaseInTest(DatabaseConfig config, Found url) {
        if (!environment.name().equals(Environment.TEST.name())
                || config.loopback()
                || config.database().endsWith("_test")) {
            return;
        }
        Optional<String> variable = url.place().equals(PROCESS) ? Optional.of(url.key()) : within(url);
        if (variable.isPresent()) {
            throw new JetsException(
                    variable.get() + " aims the tests at database '" + config.database() + "' on host '" + config.host()
                            + "'; in test it is used only where its host is this machine or its database ends in _test; "
                            + "unset it, or name such a database");
        }
    }

    /** The variable whose URL is part of one in the file. */
    private Optional<String> within(Found url) {
        return variables.entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("DATABASE_URL")
                        && !variable.getValue().isBlank()
                        && url.text().contains(variable.getValue().strip()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static Optional<Found> found(String name, Map<String, String> variables) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new Found(name, value, PROCESS));
    }
}
