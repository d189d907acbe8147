package com.javaonjets.config;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseReader.Slot;
import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the section of an environment in a file, and the databases in the section. */
final class ConfigurationReader {

    private static final String PRIMARY = "primary";

    /** Keys whose value is a map; any other map in a section is a database. */
    private static final Set<String> MAPS = Set.of("properties", "variables");

    private final Environment environment;
    private final Map<String, String> variables;
    private final Warnings warnings = new Warnings();

    ConfigurationReader(Environment environment, Map<String, String> variables) {
        this.environment = environment;
        this.variables = variables;
    }

    /** The configuration without a file: what DATABASE_URL says, if it is set. */
    Optional<Configuration> fromVariables() {
        return DatabaseReader.variable(PRIMARY, true, variables).map(url -> {
            DatabaseReader reader = new DatabaseReader(environment, variables, Template.of("", url.place(), 1));
            Slot slot = new Slot(PRIMARY, true, new Place(url.key()));
            return configuration(List.of(reader.read(slot, Entries.none())));
        });
    }

    boolean describes(ConfigFile file) {
        return YamlReader.read(Template.of(file.text(), file.place(), 1), file.place())
                .filter(root ->
                        root instanceof Entries sections && section(sections).isPresent())
                .isPresent();
    }

    Configuration read(ConfigFile file) {
        Template template = Template.of(file.text(), file.place(), 1);
        Optional<YamlNode> root = YamlReader.read(template, file.place()).filter(node -> !empty(node));
        if (root.isEmpty()) {
            return fromVariables()
                    .orElseThrow(
                            () -> new JetsException(
                                    file.place()
                                            + " is empty; expected a section for each environment, such as 'development:', or DATABASE_URL set"));
        }
        if (!(root.get() instanceof Entries sections)) {
            throw new JetsException(file.place() + " holds " + root.get().kind()
                    + "; expected a section for each environment, such as 'development:'");
        }
        warnings.replaced(sections, file.place());
        return section(sections, template, file.place());
    }

    private Optional<YamlNode> section(Entries sections) {
        return Optional.ofNullable(sections.entries().get(environment.name())).filter(node -> !empty(node));
    }

    private Configuration section(Entries sections, Template template, Place file) {
        Optional<YamlNode> section = section(sections);
        if (section.isEmpty()) {
            return fromVariables().orElseThrow(() -> absent(sections, file));
        }
        Place place = file.in(environment.name());
        DatabaseReader reader = new DatabaseReader(environment, variables, template);
        return configuration(databases(entries(section.get(), place), reader, place));
    }

    private List<DatabaseConfig> databases(Entries section, DatabaseReader reader, Place place) {
        Map<String, Entries> named = named(section);
        if (named.isEmpty()) {
            return List.of(database(new Slot(PRIMARY, true, place), section, reader));
        }
        warnings.replaced(section, place);
        refuseMixture(section, named, place);
        String primary =
                named.containsKey(PRIMARY) ? PRIMARY : named.keySet().iterator().next();
        List<DatabaseConfig> databases = new ArrayList<>();
        named.forEach((name, entries) ->
                databases.add(database(new Slot(name, name.equals(primary), place.in(name)), entries, reader)));
        return databases;
    }

    private DatabaseConfig database(Slot slot, Entries section, DatabaseReader reader) {
        DatabaseConfig config = reader.read(slot, section);
        warnings.replaced(section, slot.place());
        warnings.ignored(section, config, slot.place());
        return config;
    }

    /** The databases of a section that is a map of them; none where it describes one itself. */
    private static Map<String, Entries> named(Entries section) {
        Map<String, Entries> named = new LinkedHashMap<>();
        if (section.entries().get("database") instanceof Scalar
                || section.entries().get("url") instanceof Scalar) {
            return named;
        }
        section.entries().forEach((name, value) -> {
            if (value instanceof Entries entries && !MAPS.contains(name)) {
                named.put(name, entries);
            }
        });
        return named;
    }

    private static void refuseMixture(Entries section, Map<String, Entries> named, Place place) {
        String others = section.entries().keySet().stream()
                .filter(key -> !named.containsKey(key))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new JetsException(
                    place.line(section.line()) + " mixes databases (" + String.join(", ", named.keySet())
                            + ") with keys (" + others + "); expected the keys below each database");
        }
    }

    /** As in Rails, a section may be a URL alone. */
    private static Entries entries(YamlNode section, Place place) {
        if (section instanceof Entries entries) {
            return entries;
        }
        if (section instanceof Scalar) {
            return new Entries(Map.of("url", section), List.of(), section.line());
        }
        throw new JetsException(place.line(section.line()) + " is " + section.kind()
                + "; expected the keys of a database, or databases by their names");
    }

    private static boolean empty(YamlNode node) {
        return (node instanceof Scalar scalar && scalar.text().isEmpty())
                || (node instanceof Entries entries && entries.entries().isEmpty());
    }

    private JetsException absent(Entries sections, Place file) {
        String others = sections.entries().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("default") && !empty(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return new JetsException("no environment '" + environment + "' in " + file + "; it has "
                + (others.isEmpty() ? "none" : others) + "; add the section '" + environment
                + ":', or choose another one by JETS_ENV");
    }

    private Configuration configuration(List<DatabaseConfig> databases) {
        return new Configuration(environment, databases, warnings.sentences());
    }
}
