package com.javaonjets.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One database of one environment, as config/database.yml and the process environment describe it. An instance is valid;
 * {@link #builder} makes one where there is no file.
 *
 * @param environment the environment it belongs to
 * @param name its name there, {@code primary} unless the environment has several
 * @param jdbcUrl a {@code jdbc:} URL given by the user that host, port and database cannot express, such as one with several
 *     hosts; host and port are then the first's; never holds user or password
 * @param host a name or an address, an IPv6 one without brackets; {@code localhost} where nothing names one
 * @param port the adapter's own where nothing names one
 * @param database the database's name, not blank
 * @param encoding the character set by the adapter's name for it
 * @param collation the collation of a database that a goal creates, by the adapter's name for it
 * @param ctype which characters are letters in a PostgreSQL database that a goal creates, by the name of a locale
 * @param template the database that a goal makes a PostgreSQL database a copy of
 * @param pool the greatest number of connections, at least 1; empty where the file leaves it open
 * @param connectTimeout how long a connection may take to be had, 10 seconds where the file leaves it open: pgJDBC's
 *     own limit, well below the 29 seconds that API Gateway waits for a function. Zero is no limit
 * @param replica whether it is a read-only copy of another one
 * @param databaseTasks whether goals may create, migrate and drop it; never for a replica, as in Rails
 * @param migrationsPaths the folders of its migrations below the project's; {@code db/migrate}, or {@code db/<name>_migrate}
 *     for a database other than the primary, where the file leaves it open
 * @param ssl {@code disable}, {@code prefer}, {@code require} or {@code verify-full}; empty where the file leaves it open
 * @param sslrootcert where the certificates of the authorities are that the server's is verified against, in PEM: the path of
 *     a file, or a resource of the class path
 * @param serverVersion the server's version, such as {@code 17} or {@code 8.4}, where the user vouches for it
 * @param idleLimit after how much idleness the server drops a connection, 15 minutes where the file leaves it open. Zero is
 *     no limit
 * @param pingAfter after how much idleness a connection is pinged before use, 60 seconds where the file leaves it open
 * @param reset whether a returned connection's session state is discarded
 * @param properties what goes to the driver as it is
 * @param embedded whether a server of the project's own, started when needed, holds it
 * @param credentials where username and password come from, if not from here
 */
public record DatabaseConfig(
        Environment environment,
        String name,
        Adapter adapter,
        Optional<String> jdbcUrl,
        String host,
        int port,
        String database,
        Optional<String> username,
        Optional<String> password,
        Optional<String> encoding,
        Optional<String> collation,
        Optional<String> ctype,
        Optional<String> template,
        Optional<Integer> pool,
        Duration connectTimeout,
        boolean replica,
        boolean databaseTasks,
        List<String> migrationsPaths,
        Optional<String> ssl,
        Optional<String> sslrootcert,
        Optional<String> serverVersion,
        Duration idleLimit,
        Duration pingAfter,
        boolean reset,
        Map<String, String> properties,
        boolean embedded,
        Optional<String> credentials) {

    public DatabaseConfig {
        require(!name.isBlank(), "name is blank");
        require(!host.isBlank(), "host is blank");
        require(port >= 1 && port <= 65_535, "port " + port + " is not from 1 to 65535");
        require(!database.isBlank(), "database is blank");
        require(pool.isEmpty() || pool.get() >= 1, "pool is less than 1");
        require(
                !connectTimeout.isNegative() && !idleLimit.isNegative() && !pingAfter.isNegative(),
                "a time is negative");
        migrationsPaths = List.copyOf(migrationsPaths);
        properties = Map.copyOf(properties);
    }

    /** Begins a database on this machine, named {@code primary}, with the defaults that config/database.yml has. */
    public static DatabaseConfigBuilder builder(Environment environment, Adapter adapter, String database) {
        return new DatabaseConfigBuilder(environment, adapter, database);
    }

    /** Begins a copy. */
    public DatabaseConfigBuilder toBuilder() {
        return new DatabaseConfigBuilder(this);
    }

    /** With these properties for the driver, where its user sets no other. */
    public DatabaseConfig withDefaults(Map<String, String> defaults) {
        Map<String, String> all = new HashMap<>(defaults);
        all.putAll(properties);
        return toBuilder().properties(all).build();
    }

    /** This database on a running embedded server, which has no certificate and is on this machine. */
    public DatabaseConfig on(EmbeddedServer server) {
        return toBuilder()
                .jdbcUrl(Optional.empty())
                .host(server.host())
                .port(server.port())
                .username(Optional.of(server.username()))
                .password(Optional.of(server.password()))
                .ssl(Optional.empty())
                .sslrootcert(Optional.empty())
                .embedded(false)
                .build();
    }

    /** The URL the driver takes, with host, port and database; user, password and properties travel beside it. */
    public String url() {
        return jdbcUrl.isPresent() ? jdbcUrl.get() : "jdbc:" + adapter + "://" + address() + "/" + encoded(database);
    }

    /** Whether it is certain, without a look-up, that every server it may connect to is on this machine. */
    public boolean loopback() {
        if (jdbcUrl.isEmpty()) {
            return isLoopback(host);
        }
        // Its hosts, each a name or an address with its port or without.
        var hosts = Pattern.compile("[^/]*//(?<hosts>[^/?]*).*", Pattern.DOTALL).matcher(jdbcUrl.get());
        return hosts.matches()
                && List.of(hosts.group("hosts").split(",", -1)).stream()
                        .map(one -> one.replaceFirst(":[0-9]*$", "").replaceFirst("^\\[(.*)]$", "$1"))
                        .allMatch(DatabaseConfig::isLoopback);
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1")) {
            return true;
        }
        boolean address = host.startsWith("127.") || host.contains(":");
        return address && host.matches("127(\\.[0-9]{1,3}){3}|(0{0,4}:){2,7}0{0,3}1");
    }

    /** For logs: which database it is, and of its properties the names alone, for a value may be a secret. */
    @Override
    public String toString() {
        return environment + " " + name + ": " + adapter + "://"
                + username.map(user -> user + "@").orElse("")
                + address() + "/" + database + (embedded ? " embedded" : "")
                + (jdbcUrl.isPresent() ? " by a jdbc: URL" : "")
                + (properties.isEmpty() ? "" : " properties " + new TreeSet<>(properties.keySet()));
    }

    private String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String encoded(String text) {
        return isUnreserved(text)
                ? text
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one >= 128 || (!Character.isLetterOrDigit(one) && one != '_' && one != '-' && one != '.')) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
