package com.javaonjets.config;

import com.javaonjets.JetsException;
import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Items;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads every environment of a file by those of its values that no variable has a part in, to find their errors before one
 * of them is in use.
 */
final class ConstantValues {

    /** Holds what others merge. */
    private static final String TEMPLATE = "default";

    /** What a new Rails application has for development, and a URL in the environment replaces: no error by itself. */
    private static final String SQLITE = "sqlite3";

    private final ParsedFile file;

    ConstantValues(ParsedFile file) {
        this.file = file;
    }

    /** @throws JetsException the first error, in the words that reading that environment has for it */
    void check() {
        if (file.root().isEmpty()) {
            return;
        }
        if (!(file.root().get() instanceof Entries sections)) {
            // Throws: no file is read whose sections are none.
            new ConfigurationReader(Environment.DEVELOPMENT, Map.of()).read(file);
            return;
        }
        sections.entries().forEach((name, section) -> {
            if (!name.equals(TEMPLATE) && !name.isBlank() && !ConfigurationReader.empty(section)) {
                check(name, section, sections.line());
            }
        });
    }

    private void check(String name, YamlNode section, int line) {
        YamlNode constant = section instanceof Entries entries ? section(entries) : constant(name, section);
        if (constant != null) {
            Entries alone = new Entries(Map.of(name, constant), List.of(), line);
            ParsedFile constants = new ParsedFile(file.place(), Optional.of(alone), file.template(), List.of());
            new ConfigurationReader(new Environment(name), Map.of()).read(constants);
        }
    }

    private Entries section(Entries section) {
        Map<String, Entries> databases = ConfigurationReader.named(section);
        if (databases.isEmpty()) {
            return database(section);
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>(section.entries());
        databases.forEach((name, database) -> entries.put(name, database(database)));
        return new Entries(entries, List.of(), section.line());
    }

    /** The constant values of a database, and something in the place of what it cannot be read without. */
    private Entries database(Entries section) {
        Entries constant = constants(section);
        Map<String, YamlNode> entries = new LinkedHashMap<>(constant.entries());
        if (lacks(entries.get("adapter"))) {
            entries.put("adapter", new Scalar(Optional.of(Adapter.POSTGRESQL.toString()), section.line()));
        }
        if (lacks(entries.get("database"))) {
            entries.put("database", new Scalar(Optional.of("any"), section.line()));
        }
        return new Entries(entries, List.of(), section.line());
    }

    private static boolean lacks(@Nullable YamlNode value) {
        return value == null
                || (value instanceof Scalar scalar
                        && (scalar.text().orElse("").isBlank()
                                || scalar.text().get().strip().equals(SQLITE)));
    }

    private Entries constants(Entries section) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        section.entries().forEach((key, value) -> {
            YamlNode constant = constant(key, value);
            if (constant != null) {
                entries.put(key, constant);
            }
        });
        return new Entries(entries, List.of(), section.line());
    }

    /** A value without what depends on a variable; null where all of it does. */
    private @Nullable YamlNode constant(String key, YamlNode value) {
        if (value instanceof Entries entries) {
            return constants(entries);
        }
        if (value instanceof Items list) {
            return constants(key, list);
        }
        return value instanceof Scalar scalar && asks(key, scalar) ? null : value;
    }

    /** Lists are kept whole where they are no list of texts, which is an error whatever is in them. */
    private Items constants(String key, Items list) {
        return new Items(
                list.items().stream()
                        .filter(item -> !(item instanceof Scalar scalar && asks(key, scalar)))
                        .toList(),
                list.line());
    }

    private boolean asks(String key, Scalar scalar) {
        Asked variables = new Asked();
        try {
            scalar.text().ifPresent(text -> file.template().expand(text, new Scope(variables, key, file.place())));
        } catch (JetsException e) {
            // A variable that is insisted on, or Ruby that cannot be read, which is refused where its value is needed.
            return true;
        }
        return variables.asked;
    }

    /** A process environment without variables that notes whether one was looked for. */
    private static final class Asked extends AbstractMap<String, String> {
        private boolean asked;

        @Override
        public @Nullable String get(@Nullable Object name) {
            asked = true;
            return null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
