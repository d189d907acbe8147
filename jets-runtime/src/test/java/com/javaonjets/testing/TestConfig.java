package com.javaonjets.testing;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration in the environment {@code test}, made without a file; each method gives a changed copy. */
public final class TestConfig {

    private final Adapter adapter;
    private Optional<String> jdbcUrl = Optional.empty();
    private String host;
    private int port;
    private String database;
    private String username = "app";
    private String password = "secret";
    private Optional<Integer> pool = Optional.empty();
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration idleLimit = Duration.ofMinutes(15);
    private Duration pingAfter = Duration.ofSeconds(60);
    private boolean reset;
    private Optional<String> serverVersion = Optional.empty();
    private Optional<String> ssl = Optional.empty();
    private Optional<String> sslrootcert = Optional.empty();
    private Map<String, String> properties = Map.of();
    private boolean embedded;

    private TestConfig(Adapter adapter, String host, int port, String database) {
        this.adapter = adapter;
        this.host = host;
        this.port = port;
        this.database = database;
    }

    /** User app, password secret, and nothing that can be left out. */
    public static TestConfig of(Adapter adapter, String host, int port, String database) {
        return new TestConfig(adapter, host, port, database);
    }

    /** The changeable form of a configuration. */
    public static TestConfig of(DatabaseConfig config) {
        TestConfig copy = new TestConfig(config.adapter(), config.host(), config.port(), config.database());
        copy.jdbcUrl = config.jdbcUrl();
        copy.username = config.username().orElse("");
        copy.password = config.password().orElse("");
        copy.pool = config.pool();
        copy.connectTimeout = config.connectTimeout();
        copy.idleLimit = config.idleLimit();
        copy.pingAfter = config.pingAfter();
        copy.reset = config.reset();
        copy.serverVersion = config.serverVersion();
        copy.ssl = config.ssl();
        copy.sslrootcert = config.sslrootcert();
        copy.properties = config.properties();
        copy.embedded = config.embedded();
        return copy;
    }

    public TestConfig withJdbcUrl(String url) {
        TestConfig copy = of(build());
        copy.jdbcUrl = Optional.of(url);
        return copy;
    }

    public TestConfig withAddress(String newHost, int newPort) {
        TestConfig copy = of(build());
        copy.host = newHost;
        copy.port = newPort;
        return copy;
    }

    public TestConfig withDatabase(String name) {
        TestConfig copy = of(build());
        copy.database = name;
        return copy;
    }

    public TestConfig withLogin(String user, String secret) {
        TestConfig copy = of(build());
        copy.username = user;
        copy.password = secret;
        return copy;
    }

    public TestConfig withPool(int size) {
        TestConfig copy = of(build());
        copy.pool = Optional.of(size);
        return copy;
    }

    public TestConfig withConnectTimeout(Duration limit) {
        TestConfig copy = of(build());
        copy.connectTimeout = limit;
        return copy;
    }

    public TestConfig withIdleLimit(Duration limit) {
        TestConfig copy = of(build());
        copy.idleLimit = limit;
        return copy;
    }

    public TestConfig withReset() {
        TestConfig copy = of(build());
        copy.reset = true;
        return copy;
    }

    public TestConfig withServerVersion(String version) {
        TestConfig copy = of(build());
        copy.serverVersion = Optional.of(version);
        return copy;
    }

    public TestConfig withPingAfter(Duration gap) {
        TestConfig copy = of(build());
        copy.pingAfter = gap;
        return copy;
    }

    public TestConfig withSsl(String mode) {
        TestConfig copy = of(build());
        copy.ssl = Optional.of(mode);
        return copy;
    }

    public TestConfig withSslrootcert(String file) {
        TestConfig copy = of(build());
        copy.sslrootcert = Optional.of(file);
        return copy;
    }

    public TestConfig withProperties(Map<String, String> forDriver) {
        TestConfig copy = of(build());
        copy.properties = forDriver;
        return copy;
    }

    public TestConfig withEmbedded() {
        TestConfig copy = of(build());
        copy.embedded = true;
        return copy;
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    public DatabaseConfig build() {
        return new DatabaseConfig(
                Environment.TEST,
                "primary",
                adapter,
                jdbcUrl,
                host,
                port,
                database,
                Optional.of(username),
                Optional.of(password),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pool,
                connectTimeout,
                false,
                true,
                List.of("db/migrate"),
                ssl,
                sslrootcert,
                serverVersion,
                idleLimit,
                pingAfter,
                reset,
                properties,
                embedded,
                Optional.empty());
    }
}
