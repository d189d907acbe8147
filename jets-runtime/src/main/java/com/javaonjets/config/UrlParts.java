package com.javaonjets.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    private static final String ENCODED = "write what is special in a URL in a user, a password or a database as %XX: "
            + "/ is %2F, ? is %3F, # is %23, @ is %40, % is %25";

    /** What has a meaning between several hosts, or to a driver alone. */
    private static final String SPECIAL = ":[](),=";

    static final String ONE_USER = "a user or password for each host cannot be kept out of sight; "
            + "expected one user for all, as the keys username and password";

    static UrlParts parse(String rest, Found url) {
        String[] halves = rest.split("\\?", 2);
        String before = halves[0];
        String query = halves.length < 2 ? "" : halves[1];
        String authority = before.startsWith("//") ? before.substring(2).split("/", 2)[0] : "";
        String path = before.startsWith("//") ? pathBehind(before.substring(2)) : before;
        refuseAmbiguous(authority, path, query, url);
        int at = authority.lastIndexOf('@');
        String[] user = authority.substring(0, Math.max(at, 0)).split(":", 2);
        return new UrlParts(
                decoded(user[0], url),
                user.length < 2 ? Optional.empty() : decoded(user[1], url),
                hosts(authority.substring(at + 1), url),
                path,
                query(query, url),
                url);
    }

    private static String pathBehind(String authority) {
        int slash = authority.indexOf('/');
        return slash < 0 ? "" : authority.substring(slash + 1);
    }

    private static Optional<String> decoded(String text, Found url) {
        String decoded = decode(text, url);
        return decoded.isEmpty() ? Optional.empty() : Optional.of(decoded);
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
        if (!several && hostEnd(hosts) < 0) {
            throw url.refused("its host cannot be read; an IPv6 address stands in brackets, and " + ENCODED);
        }
        return hosts;
    }

    /** Whether host, port and database say all there is. */
    boolean plain() {
        return hostEnd(hosts) >= 0;
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
        if (user.isPresent()) {
            keys.put("username", user.get());
        }
        if (password.isPresent()) {
            keys.put("password", password.get());
        }
        put(keys, "database", decode(path, url));
        String first = hosts.split(",", 2)[0];
        int end = hostEnd(first);
        if (end >= 0) {
            put(
                    keys,
                    "host",
                    first.startsWith("[") ? first.substring(1, end - 1) : decode(first.substring(0, end), url));
            put(keys, "port", end == first.length() ? "" : port(first.substring(end + 1)));
        }
        return keys;
    }

    /** A wrong one is not quoted: in {@code //user:password} without a host it is the password. */
    private String port(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (!Found.isWhole(text, 5) || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
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
        return text.indexOf('%') < 0 ? text : decodeBytes(text, url);
    }

    private static String decodeBytes(String text, Found url) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                int end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            } else if (isHex(text, i + 1) && isHex(text, i + 2)) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                throw url.refused("it holds a '%' that two hexadecimal digits do not follow; " + ENCODED);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), 16) >= 0;
    }

    /** Where the host ends, an IPv6 address with its bracket; negative where it cannot be read. A colon and a port may follow. */
    private static int hostEnd(String text) {
        boolean address = text.startsWith("[");
        int end = address ? text.indexOf(']') + 1 : end(text, 0);
        if (address && end < 3) {
            return -1;
        }
        boolean alone = end == text.length();
        return alone || (text.charAt(end) == ':' && !endsAtSpecial(text.substring(end + 1))) ? end : -1;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && SPECIAL.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Brackets are left to the number's own check. */
    private static boolean endsAtSpecial(String port) {
        String plain = port.replace("[", "").replace("]", "");
        return end(plain, 0) < plain.length();
    }

    /** Without what must not be shown. */
    @Override
    public String toString() {
        return url.toString();
    }
}
