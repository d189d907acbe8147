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
import java.util.stream.Stream;

/**
 * The keys of one database: those of a URL, and behind them those of its section. A value is expanded when it is asked
 * for, so that one which is not needed cannot fail.
 */
final class Settings {

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
        return Stream.concat(
                        Stream.of(names).flatMap(name -> fromUrl(name).stream()),
                        Stream.of(names).flatMap(name -> fromSection(name).stream()))
                .findFirst();
    }

    /** The text of a key as {@link #find} has it. */
    Optional<String> text(String... names) {
        return find(names).map(Found::trimmed);
    }

    boolean flag(String key, boolean fallback) {
        return find(key).map(Found::flag).orElse(fallback);
    }

    /** The section's {@code url}, which must not be blank where the file itself says what it is. */
    Optional<Found> url() {
        Optional<Found> url = scalar("url").flatMap(scalar -> expand("url", scalar));
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
        return text(key).map(List::of).orElse(List.of());
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
        entries.entries()
                .forEach((name, value) ->
                        expand(name, scalar(name, value)).ifPresent(found -> texts.put(name, found.text())));
        return texts;
    }

    private Optional<Found> fromUrl(String name) {
        return Optional.ofNullable(urlKeys.get(name)).map(text -> new Found(name, text, urlPlace));
    }

    private Optional<Found> fromSection(String name) {
        return scalar(name)
                .flatMap(scalar -> expand(name, scalar))
                .filter(found -> Keys.secret(name)
                        ? !found.text().isEmpty()
                        : !found.text().isBlank());
    }

    private Optional<Scalar> scalar(String key) {
        return Optional.ofNullable(section.entries().get(key)).map(node -> scalar(key, node));
    }

    private Scalar scalar(String key, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw new JetsException("'" + key + "' in " + place.line(node.line()) + " is " + node.kind()
                + "; expected text, in quotes if it begins with '[' or '{'");
    }

    private Optional<Found> expand(String key, Scalar scalar) {
        Scope scope = new Scope(variables, key, place);
        return scalar.text()
                .flatMap(text -> template.expand(text, scope))
                .map(text -> new Found(key, text, place.line(scalar.line())));
    }
}
