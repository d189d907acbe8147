package com.javaonjets.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes apart the URL of a Java driver, or keeps it as it is where it says more than one host, port and database. */
final class JdbcUrl {

    /** Behind {@code jdbc:}, the adapter alone or among other words: {@code mysql:replication}, {@code aws-wrapper:postgresql}. */
    private static final Pattern FORM = Pattern.compile(
            "(?<before>(?:[a-z0-9-]+:)*)(?<adapter>mysql|postgresql)(?<after>\\+srv)?(?<mode>(?::[a-z+]+)*):(?<rest>//.*)",
            Pattern.DOTALL);

    /** pgJDBC's short form, which is on this machine. */
    private static final Pattern SHORT = Pattern.compile("postgresql:(?<rest>/?[^/:@][^/:@]*)");

    /** Connector/J takes {@code address=(host=one)(password=x)} and {@code (host=one,password=x)} for a host. */
    private static final Pattern PASSWORD = Pattern.compile("password\\s*=", Pattern.CASE_INSENSITIVE);

    private static final List<String> USER = List.of("user", "password");

    private JdbcUrl() {}

    /** Reads what stands behind {@code jdbc:}. */
    static DatabaseUrl parse(String text, Found url) {
        Matcher form = FORM.matcher(text);
        Matcher shortForm = SHORT.matcher(text);
        if (shortForm.matches()) {
            return plain(
                    Adapter.POSTGRESQL,
                    UrlParts.parse(blanks(shortForm.group("rest")).replaceFirst("^/", ""), url));
        }
        if (!form.matches()) {
            throw url.refused("expected jdbc:postgresql://host:5432/database or jdbc:mysql://host:3306/database"
                    + (text.startsWith("mariadb:") ? "; Connector/J speaks to MariaDB under jdbc:mysql: too" : ""));
        }
        Adapter adapter = Adapter.fromString(form.group("adapter"));
        UrlParts parts = UrlParts.parse(blanks(form.group("rest")), url);
        boolean alone = form.group("before").isEmpty()
                && form.group("after") == null
                && form.group("mode").isEmpty();
        return alone && parts.plain() ? plain(adapter, parts) : kept(adapter, text, parts, url);
    }

    /** Both drivers read a plus sign in the query as a blank. */
    private static String blanks(String rest) {
        int query = rest.indexOf('?');
        return query < 0
                ? rest
                : rest.substring(0, query) + rest.substring(query).replace("+", "%20");
    }

    private static DatabaseUrl plain(Adapter adapter, UrlParts parts) {
        return new DatabaseUrl(keys(adapter, parts), properties(parts), Optional.empty());
    }

    private static DatabaseUrl kept(Adapter adapter, String text, UrlParts parts, Found url) {
        if (PASSWORD.matcher(parts.hosts()).find()) {
            throw url.refused(UrlParts.ONE_USER);
        }
        String head = text.substring(0, text.indexOf("//") + 2);
        String query = Stream.of(
                        text.contains("?")
                                ? text.substring(text.indexOf('?') + 1).split("&", -1)
                                : new String[0])
                .filter(parameter -> !USER.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        String kept =
                "jdbc:" + head + parts.hosts() + "/" + parts.pathOrRefused() + (query.isEmpty() ? "" : "?" + query);
        return new DatabaseUrl(keys(adapter, parts), Map.of(), Optional.of(kept));
    }

    /** In a driver's URL the query is the driver's own, save user and password. */
    private static Map<String, String> keys(Adapter adapter, UrlParts parts) {
        Map<String, String> keys = new LinkedHashMap<>(parts.keys());
        keys.put("adapter", adapter.toString());
        Optional.ofNullable(parts.query().get("user")).ifPresent(user -> keys.put("username", user));
        Optional.ofNullable(parts.query().get("password")).ifPresent(password -> keys.put("password", password));
        return keys;
    }

    private static Map<String, String> properties(UrlParts parts) {
        Map<String, String> properties = new LinkedHashMap<>(parts.query());
        properties.keySet().removeAll(USER);
        return properties;
    }
}
