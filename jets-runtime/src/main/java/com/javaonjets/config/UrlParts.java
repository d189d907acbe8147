package com.javaonjets.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the scheme of a URL: {@code //user:password@host:port/database?name=value&...}, or a database's name
 * alone in place of all before the query.
 *
 * @param user what stands before the host, decoded; empty without one
 * @param password what stands before the host behind a colon, decoded; empty without one
 * @param hosts as written: one with its port or none, several, or what only the driver understands
 * @param path the database as written, without the slash
 * @param query decoded, blank values left out
 */
record UrlParts(
        Optional<String> user,
        Optional<String> password,
        String hosts,
        String path,
        Map<String, String> query,
        Found url) {

    private static final Pattern FORM = Pattern.compile(
            "(?://(?<authority>[^/?]*)(?:/(?<path>[^?]*))?|(?<name>[^?]*))(?:\\?(?<query>.*))?", Pattern.DOTALL);

    /** A host's name, or an IPv6 address in brackets, and a port. */
    private static final Pattern HOST =
            Pattern.compile("(?:\\[(?<address>[^\\]]+)]|(?<name>[^:\\[\\](),=]*))(?::(?<port>[^:(),=]*))?");

    private static final String ENCODED = "write what is special in a URL in a user, a password or a database as %XX: "
            + "/ is %2F, ? is %3F, # is %23, @ is %40, % is %25";

    static final String ONE_USER = "a user or password for each host cannot be kept out of sight; "
            + "expected one user for all, as the keys username and password";

    static UrlParts parse(String rest, Found url) {
        Matcher form = FORM.matcher(rest);
        if (!form.matches()) {
            throw new IllegalStateException("the pattern matches any text");
        }
        String authority = Objects.requireNonNullElse(form.group("authority"), "");
        String path =
                Objects.requireNonNullElse(form.group("name"), Objects.requireNonNullElse(form.group("path"), ""));
        String query = Objects.requireNonNullElse(form.group("query"), "");
        refuseAmbiguous(authority, path, query, url);
        int at = authority.lastIndexOf('@');
        String[] user = authority.substring(0, Math.max(at, 0)).split(":", 2);
        return new UrlParts(
                Optional.of(decode(user[0], url)).filter(text -> !text.isEmpty()),
                Stream.of(user)
                        .skip(1)
                        .map(text -> decode(text, url))
                        .filter(text -> !text.isEmpty())
                        .findFirst(),
                hosts(authority.substring(at + 1), url),
                path,
                query(query, url),
                url);
    }

    /** What is special in a URL and stands in a password as it is would make its end the host, and be shown as such. */
    private static void refuseAmbiguous(String authority, String path, String query, Found url) {
        boolean cutShort = path.isEmpty() && !authority.contains("@") && query.contains("@");
        if (path.contains("@") || authority.contains("#") || path.contains("#") || cutShort) {
            throw url.refused("it cannot be told apart what is a password in it and what is not; " + ENCODED);
        }
        if (authority.contains(",") && authority.indexOf('@') != authority.lastIndexOf('@')) {
            throw url.refused(ONE_USER);
        }
    }

    private static String hosts(String hosts, Found url) {
        boolean several = hosts.contains(",") || hosts.contains("(");
        if (!several && !HOST.matcher(hosts).matches()) {
            throw url.refused("its host cannot be read; an IPv6 address stands in brackets, and " + ENCODED);
        }
        return hosts;
    }

    /** Whether host, port and database say all there is. */
    boolean plain() {
        return HOST.matcher(hosts).matches();
    }

    /** The database as written, for a URL that is handed on as it is: there no key can name it. */
    String pathOrRefused() {
        if (path.isEmpty()) {
            throw url.refused("it names no database; expected its name at the end, behind a slash");
        }
        return path;
    }

    /** The keys of config/database.yml that it has a value for, the query's left out. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        user.ifPresent(text -> keys.put("username", text));
        password.ifPresent(text -> keys.put("password", text));
        put(keys, "database", decode(path, url));
        Matcher first = HOST.matcher(hosts.split(",", 2)[0]);
        if (first.matches()) {
            String address = first.group("address");
            put(keys, "host", address == null ? decode(first.group("name"), url) : address);
            put(keys, "port", port(first.group("port")));
        }
        return keys;
    }

    /** A wrong one is not quoted: in {@code //user:password} without a host it is the password. */
    private String port(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw url.refused(
                    "its port is no number from 1 to 65535; expected user:password@host:port, and " + ENCODED);
        }
        return text;
    }

    private static void put(Map<String, String> keys, String key, String value) {
        if (!value.isBlank()) {
            keys.put(key, value);
        }
    }

    private static Map<String, String> query(String query, Found url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            // A name alone switches on what it names, as in 'ssl'.
            put(parameters, decode(pair[0], url), pair.length < 2 ? "true" : decode(pair[1], url));
        }
        parameters.remove("");
        return parameters;
    }

    /** RFC 3986: a plus sign is itself. */
    static String decode(String text, Found url) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                int end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            } else if (text.substring(i + 1, Math.min(i + 3, text.length())).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                throw url.refused("it holds a '%' that two hexadecimal digits do not follow; " + ENCODED);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Without what must not be shown. */
    @Override
    public String toString() {
        return url.toString();
    }
}
