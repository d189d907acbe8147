package com.javaonjets.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that a database of config/database.yml may have. */
final class Keys {

    /** Rails' and its drivers' names for what is a key of ours, or a property of the Java driver. */
    private static final List<String> TRANSLATED = List.of(
            "user", "hostname", "pass", "dbname", "db", "max_connections", "socket", "sslca", "ssl_ca", "variables");

    /**
     * Those that Rails, its PostgreSQL and MySQL adapters, or the C libraries under them know, and that have no meaning
     * here. From ActiveRecord's HashConfig and adapters, libpq's parameter key words, and the options of mysql2 and trilogy.
     */
    private static final List<String> IGNORED = List.of(
            "advisory_locks",
            "automatic_reconnect",
            "cast",
            "checkout_timeout",
            "client_encoding",
            "compress",
            "connection_retries",
            "connect_flags",
            "database_timezone",
            "default_auth",
            "default_timezone",
            "dump_schema_migrations",
            "enable_cleartext_plugin",
            "fallback_application_name",
            "flags",
            "found_rows",
            "gsslib",
            "hostaddr",
            "idle_timeout",
            "init_command",
            "insert_returning",
            "intervalstyle",
            "keepalive",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "load_balance_hosts",
            "local_infile",
            "max_age",
            "max_queue",
            "max_threads",
            "min_connections",
            "min_messages",
            "min_threads",
            "multi_statement",
            "passfile",
            "pool_jitter",
            "query_cache",
            "query_log_tags",
            "read_timeout",
            "reaping_frequency",
            "reaper",
            "reconnect",
            "requirepeer",
            "retry_deadline",
            "schema_cache_path",
            "schema_dump",
            "schema_format",
            "schema_order",
            "secure_auth",
            "seeds",
            "service",
            "sslcapath",
            "sslcipher",
            "ssl_cert",
            "ssl_cipher",
            "ssl_key",
            "sslcompression",
            "sslcrl",
            "sslsni",
            "sslverify",
            "standard_conforming_strings",
            "statement_limit",
            "strict",
            "tcp_user_timeout",
            "timeout",
            "use_metadata_table",
            "verify_timeout",
            "wait_timeout",
            "write_timeout");

    /** In the order in which a misspelt key is taken for one of them. */
    private static final Set<String> KNOWN = inOrder(Settings.OWN, TRANSLATED, DriverProperties.names(), IGNORED);

    /** What a URL's query cannot say, and its driver may know by the same name. */
    private static final Set<String> NOT_IN_QUERY = Set.of("adapter", "url", "embedded", "properties", "variables");

    private Keys() {}

    @SafeVarargs
    private static Set<String> inOrder(List<String>... lists) {
        Set<String> keys = new LinkedHashSet<>();
        for (List<String> list : lists) {
            keys.addAll(list);
        }
        return keys;
    }

    static boolean known(String key) {
        return KNOWN.contains(key);
    }

    static boolean knownInQuery(String key) {
        return known(key) && !NOT_IN_QUERY.contains(key);
    }

    /** The known key that was meant by an unknown one, at an edit distance of 1 or 2. */
    static Optional<String> meant(String key) {
        return within(key, 1).or(() -> within(key, 2));
    }

    private static Optional<String> within(String key, int distance) {
        return KNOWN.stream().filter(known -> distance(known, key) == distance).findFirst();
    }

    /** Levenshtein's distance: insertions, deletions and replacements. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
