package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's URL, taken apart as ActiveRecord's ConnectionUrlResolver does it. No message about one quotes it, since
 * what is wrong with it may well be the password in it.
 *
 * @param keys the keys of config/database.yml that it has a value for
 * @param properties what else its query says, for the driver
 * @param jdbcUrl the URL for the driver, without user and password, where the keys cannot express it
 */
record DatabaseUrl(Map<String, String> keys, Map<String, String> properties, Optional<String> jdbcUrl) {

    private static final Pattern SCHEME =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+._-]*):(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[\\w-]+");
    private static final String SUPPORTED =
            "supported: postgresql://, postgres://, mysql://, mysql2://, jdbc:postgresql:, jdbc:mysql:";

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
        Matcher matcher = SCHEME.matcher(text);
        if (!matcher.matches()) {
            return withoutScheme(text, url);
        }
        String scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
        if (scheme.equals("jdbc")) {
            return JdbcUrl.parse(matcher.group("rest"), url);
        }
        Adapter adapter = Adapter.named(scheme)
                .orElseThrow(() -> url.refused("its scheme '" + scheme + "' is not supported; " + SUPPORTED));
        return of(adapter, matcher.group("rest"), url);
    }

    /** As in Rails, a word alone is the name of a database. */
    private static DatabaseUrl withoutScheme(String text, Found url) {
        if (!NAME.matcher(text).matches()) {
            throw url.refused("it has no scheme; expected a URL such as postgresql://user@host:5432/database");
        }
        return new DatabaseUrl(Map.of("database", text), Map.of(), Optional.empty());
    }

    private static DatabaseUrl of(Adapter adapter, String rest, Found url) {
        UrlParts parts = UrlParts.parse(rest, url);
        Map<String, String> keys = new LinkedHashMap<>(parts.keys());
        Map<String, String> properties = new LinkedHashMap<>();
        keys.put("adapter", adapter.toString());
        parts.query().forEach((name, value) -> (Keys.knownInQuery(name) ? keys : properties).put(name, value));
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
