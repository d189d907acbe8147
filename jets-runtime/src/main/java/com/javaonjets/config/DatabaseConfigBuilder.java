package com.javaonjets.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link DatabaseConfig}. Each method sets the component of its own name; one that is left out has the default that
 * config/database.yml has, or the value of the configuration that is copied. Not thread-safe.
 */
public final class DatabaseConfigBuilder {

    private final Environment environment;
    private String name = "primary";
    private final Adapter adapter;
    private Optional<String> jdbcUrl = Optional.empty();
    private String host = "localhost";
    private int port;
    private String database;
    private Optional<String> username = Optional.empty();
    private Optional<String> password = Optional.empty();
    private Optional<String> encoding = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> ctype = Optional.empty();
    private Optional<String> template = Optional.empty();
    private Optional<Integer> pool = Optional.empty();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private boolean replica;
    private boolean databaseTasks = true;
    private List<String> migrationsPaths = List.of("db/migrate");
    private Optional<String> ssl = Optional.empty();
    private Optional<String> sslrootcert = Optional.empty();
    private Optional<String> serverVersion = Optional.empty();
    private Duration idleLimit = Duration.ofMinutes(15);
    private Duration pingAfter = Duration.ofSeconds(60);
    private boolean reset;
    private Map<String, String> properties = Map.of();
    private boolean embedded;
    private Optional<String> credentials = Optional.empty();

    DatabaseConfigBuilder(Environment environment, Adapter adapter, String database) {
        this.environment = environment;
        this.adapter = adapter;
        this.database = database;
        this.port = adapter.defaultPort();
    }

    DatabaseConfigBuilder(DatabaseConfig config) {
        this.environment = config.environment();
        this.name = config.name();
        this.adapter = config.adapter();
        this.jdbcUrl = config.jdbcUrl();
        this.host = config.host();
        this.port = config.port();
        this.database = config.database();
        this.username = config.username();
        this.password = config.password();
        this.encoding = config.encoding();
        this.collation = config.collation();
        this.ctype = config.ctype();
        this.template = config.template();
        this.pool = config.pool();
        this.connectTimeout = config.connectTimeout();
        this.replica = config.replica();
        this.databaseTasks = config.databaseTasks();
        this.migrationsPaths = config.migrationsPaths();
        this.ssl = config.ssl();
        this.sslrootcert = config.sslrootcert();
        this.serverVersion = config.serverVersion();
        this.idleLimit = config.idleLimit();
        this.pingAfter = config.pingAfter();
        this.reset = config.reset();
        this.properties = config.properties();
        this.embedded = config.embedded();
        this.credentials = config.credentials();
    }

    public DatabaseConfigBuilder name(String name) {
        this.name = name;
        return this;
    }

    public DatabaseConfigBuilder jdbcUrl(Optional<String> jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        return this;
    }

    public DatabaseConfigBuilder host(String host) {
        this.host = host;
        return this;
    }

    public DatabaseConfigBuilder port(int port) {
        this.port = port;
        return this;
    }

    public DatabaseConfigBuilder database(String database) {
        this.database = database;
        return this;
    }

    public DatabaseConfigBuilder username(Optional<String> username) {
        this.username = username;
        return this;
    }

    public DatabaseConfigBuilder username(String username) {
        return username(Optional.of(username));
    }

    public DatabaseConfigBuilder password(Optional<String> password) {
        this.password = password;
        return this;
    }

    public DatabaseConfigBuilder password(String password) {
        return password(Optional.of(password));
    }

    public DatabaseConfigBuilder encoding(Optional<String> encoding) {
        this.encoding = encoding;
        return this;
    }

    public DatabaseConfigBuilder collation(Optional<String> collation) {
        this.collation = collation;
        return this;
    }

    public DatabaseConfigBuilder ctype(Optional<String> ctype) {
        this.ctype = ctype;
        return this;
    }

    public DatabaseConfigBuilder template(Optional<String> template) {
        this.template = template;
        return this;
    }

    public DatabaseConfigBuilder pool(Optional<Integer> pool) {
        this.pool = pool;
        return this;
    }

    public DatabaseConfigBuilder pool(int pool) {
        return pool(Optional.of(pool));
    }

    public DatabaseConfigBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        return this;
    }

    public DatabaseConfigBuilder replica(boolean replica) {
        this.replica = replica;
        return this;
    }

    public DatabaseConfigBuilder databaseTasks(boolean databaseTasks) {
        this.databaseTasks = databaseTasks;
        return this;
    }

    public DatabaseConfigBuilder migrationsPaths(List<String> migrationsPaths) {
        this.migrationsPaths = migrationsPaths;
        return this;
    }

    public DatabaseConfigBuilder ssl(Optional<String> ssl) {
        this.ssl = ssl;
        return this;
    }

    public DatabaseConfigBuilder sslrootcert(Optional<String> sslrootcert) {
        this.sslrootcert = sslrootcert;
        return this;
    }

    public DatabaseConfigBuilder serverVersion(Optional<String> serverVersion) {
        this.serverVersion = serverVersion;
        return this;
    }

    public DatabaseConfigBuilder idleLimit(Duration idleLimit) {
        this.idleLimit = idleLimit;
        return this;
    }

    public DatabaseConfigBuilder pingAfter(Duration pingAfter) {
        this.pingAfter = pingAfter;
        return this;
    }

    public DatabaseConfigBuilder reset(boolean reset) {
        this.reset = reset;
        return this;
    }

    public DatabaseConfigBuilder properties(Map<String, String> properties) {
        this.properties = properties;
        return this;
    }

    public DatabaseConfigBuilder embedded(boolean embedded) {
        this.embedded = embedded;
        return this;
    }

    public DatabaseConfigBuilder credentials(Optional<String> credentials) {
        this.credentials = credentials;
        return this;
    }

    /**
     * The database.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public DatabaseConfig build() {
        return new DatabaseConfig(
                environment,
                name,
                adapter,
                jdbcUrl,
                host,
                port,
                database,
                username,
                password,
                encoding,
                collation,
                ctype,
                template,
                pool,
                connectTimeout,
                replica,
                databaseTasks,
                migrationsPaths,
                ssl,
                sslrootcert,
                serverVersion,
                idleLimit,
                pingAfter,
                reset,
                properties,
                embedded,
                credentials);
    }
}
