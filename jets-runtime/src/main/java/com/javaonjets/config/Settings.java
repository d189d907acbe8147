package com.javaonjets.config;

import com.javaonjets.JetsException;
import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Items;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one database: those of a URL, and behind them those of its section. A value is expanded when it is asked
 * for, so that one which is not needed cannot fail.
 */
final class Settings {

    /** The keys with a meaning of their own here. The others are in {@link Keys}, which a start seldom needs. */
    static final List<String> OWN = List.of(
            "adapter",
            "url",
            "host",
            "port",
            "database",
            "username",
            "password",
            "encoding",
            "collation",
            "ctype",
            "template",
            "pool",
            "connect_timeout",
            "replica",
            "database_tasks",
            "migrations_paths",
            "ssl",
            "sslrootcert",
            "server_version",
            "idle_limit",
            "ping_after",
            "reset",
            "properties",
            "embedded",
            "credentials");

    private final Entries section;
    private final Template template;
    private final Map<String, String> variables;
    private final Place place;
    private final Map<String, String> urlKeys;
    private final Place urlPlace;

    private Settings(
            Entries section,
            Template template,
            Map<String, String> variables,
            Place place,
            Map<String, String> urlKeys,
            Place urlPlace) {
        this.section = section;
        this.template = template;
        this.variables = variables;
        this.place = place;
        this.urlKeys = urlKeys;
        this.urlPlace = urlPlace;
    }

    static Settings of(Entries section, Template template, Map<String, String> variables, Place place) {
        return new Settings(section, template, variables, place, Map.of(), place);
    }

    /** These settings below those of a URL. */
    Settings below(Map<String, String> keys, Place where) {
        return new Settings(section, template, variables, place, Map.copyOf(keys), where);
    }

    /** These settings without some keys of their section. */
    Settings without(Set<String> keys) {
        Map<String, YamlNode> rest = new LinkedHashMap<>(section.entries());
        rest.keySet().removeAll(keys);
        Entries smaller = new Entries(rest, section.remarks(), section.line());
        return new Settings(smaller, template, variables, place, urlKeys, urlPlace);
    }

    /** What the URL says, without the section. */
    Settings ofUrl() {
        Entries none = new Entries(Map.of(), section.remarks(), section.line());
        return new Settings(none, template, variables, place, urlKeys, urlPlace);
    }

    /** A hint at an unknown key that may have been meant for a known one; blank if there is none. */
    String misspelt(String key) {
        return section.entries().keySet().stream()
                .filter(found -> !Keys.known(found)
                        && Keys.meant(found).filter(key::equals).isPresent())
                .findFirst()
                .map(found -> ", whose key '" + found + "' is unknown: did you mean '" + key + "'?")
                .orElse("");
    }

    Place place() {
        return place;
    }

    /** The value of the first of these names that has one; a blank value is none. */
    Optional<Found> find(String... names) {
        for (String name : names) {
            String text = urlKeys.get(name);
            if (text != null) {
                return Optional.of(new Found(name, text, urlPlace));
            }
        }
        for (String name : names) {
            Optional<Found> found = fromSection(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The text of a key as {@link #find} has it. */
    Optional<String> text(String... names) {
        Optional<Found> found = find(names);
        return found.isPresent() ? Optional.of(found.get().trimmed()) : Optional.empty();
    }

    boolean flag(String key, boolean fallback) {
        Optional<Found> found = find(key);
        return found.isPresent() ? found.get().flag() : fallback;
    }

    /** The section's {@code url}, which must not be blank where the file itself says what it is. */
    Optional<Found> url() {
        Optional<Found> url = value("url");
        if (url.isPresent() && url.get().text().isBlank()) {
            throw url.get()
                    .refused("is blank; expected a URL such as postgresql://user@host:5432/database, or no key at all");
        }
        return url;
    }

    /** A text, or a list of texts. */
    List<String> list(String key) {
        if (section.entries().get(key) instanceof Items list && !urlKeys.containsKey(key)) {
            return list.items().stream()
                    .map(item -> scalar(key, item))
                    .flatMap(scalar -> expand(key, scalar).stream())
                    .map(Found::trimmed)
                    .toList();
        }
        Optional<String> text = text(key);
        return text.isPresent() ? List.of(text.get()) : List.of();
    }

    /** A map of texts; a null in it is left out. */
    Map<String, String> map(String key) {
        YamlNode node = section.entries().get(key);
        if (node == null || (node instanceof Scalar scalar && scalar.text().isEmpty())) {
            return Map.of();
        }
        if (!(node instanceof Entries entries)) {
            throw new JetsException("'" + key + "' in " + place.line(node.line()) + " is " + node.kind()
                    + "; expected a map, a name and a value a line");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : entries.entries().entrySet()) {
            String name = entry.getKey();
            Optional<Found> found = expand(name, scalar(name, entry.getValue()));
            if (found.isPresent()) {
                texts.put(name, found.get().text());
            }
        }
        return texts;
    }

    private Optional<Found> fromSection(String name) {
        Optional<Found> found = value(name);
        if (found.isEmpty()) {
            return found;
        }
        String text = found.get().text();
        boolean blank = Found.secret(name) ? text.isEmpty() : text.isBlank();
        return blank ? Optional.empty() : found;
    }

    private Optional<Found> value(String key) {
        YamlNode node = section.entries().get(key);
        return node == null ? Optional.empty() : expand(key, scalar(key, node));
    }

    private Scalar scalar(String key, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw new JetsException("'" + key + "' in " + place.line(node.line()) + " is " + node.kind()
                + "; expected text, in quotes if it begins with '[' or '{'");
    }

    private Optional<Found> expand(String key, Scalar scalar) {
        if (scalar.text().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = template.expand(scalar.text().get(), new Scope(variables, key, place));
        return text.isPresent() ? Optional.of(new Found(key, text.get(), place.line(scalar.line()))) : Optional.empty();
    }
}
