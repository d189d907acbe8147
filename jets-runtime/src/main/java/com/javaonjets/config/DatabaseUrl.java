package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A database's URL, taken apart as ActiveRecord's ConnectionUrlResolver does it. No message about one quotes it, since
 * what is wrong with it may well be the password in it.
 *
 * @param keys the keys of config/database.yml that it has a value for
 * @param properties what else its query says, for the driver
 * @param jdbcUrl the URL for the driver, without user and password, where the keys cannot express it
 */
record DatabaseUrl(Map<String, String> keys, Map<String, String> properties, Optional<String> jdbcUrl) {

    private static final String SUPPORTED =
            "supported: postgresql://, postgres://, mysql://, mysql2://, jdbc:postgresql:, jdbc:mysql:";

    /** By which it may be said how TLS is spoken, as keys or as properties. A URL that does so wins over a section's of them all. */
    static final Set<String> TLS =
            Set.of("ssl", "sslmode", "ssl_mode", "ssl-mode", "usessl", "requiressl", "verifyservercertificate");

    DatabaseUrl {
        keys = Map.copyOf(keys);
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a URL.
     *
     * @throws JetsException if its scheme is none that is supported, or it cannot be taken apart
     */
    static DatabaseUrl parse(Found url) {
        String text = url.trimmed();
        int colon = text.indexOf(':');
        if (colon < 0 || !isScheme(text.substring(0, colon))) {
            return withoutScheme(text, url);
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        if (scheme.equals("jdbc")) {
            return JdbcUrl.parse(rest, url);
        }
        Optional<Adapter> adapter = Adapter.named(scheme);
        if (adapter.isEmpty()) {
            throw url.refused("its scheme '" + scheme + "' is not supported; " + SUPPORTED);
        }
        return of(adapter.get(), rest, url);
    }

    boolean namesTls() {
        return hasTls(keys) || hasTls(properties);
    }

    private static boolean hasTls(Map<String, String> settings) {
        for (String name : settings.keySet()) {
            if (isOfTls(name)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOfTls(String name) {
        return TLS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** RFC 3986, and {@code _}. */
    private static boolean isScheme(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean letter = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
            boolean other = (one >= '0' && one <= '9') || "+._-".indexOf(one) >= 0;
            if (!letter && !(other && i > 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** As in Rails, a word alone is the name of a database. */
    private static DatabaseUrl withoutScheme(String text, Found url) {
        if (!text.matches("[\\w-]+")) {
            throw url.refused("it has no scheme; expected a URL such as postgresql://user@host:5432/database");
        }
        return new DatabaseUrl(Map.of("database", text), Map.of(), Optional.empty());
    }

    private static DatabaseUrl of(Adapter adapter, String rest, Found url) {
        UrlParts parts = UrlParts.parse(rest, url);
        Map<String, String> keys = new LinkedHashMap<>(parts.keys());
        Map<String, String> properties = new LinkedHashMap<>();
        keys.put("adapter", adapter.toString());
        for (Map.Entry<String, String> parameter : parts.query().entrySet()) {
            (Keys.knownInQuery(parameter.getKey()) ? keys : properties).put(parameter.getKey(), parameter.getValue());
        }
        Optional<String> jdbcUrl = parts.plain()
                ? Optional.empty()
                : Optional.of("jdbc:" + adapter + "://" + parts.hosts() + "/" + parts.pathOrRefused());
        return new DatabaseUrl(keys, properties, jdbcUrl);
    }

    /** Without what must not be shown. */
    @Override
    public String toString() {
        return "URL of " + keys.get("host");
    }
}
