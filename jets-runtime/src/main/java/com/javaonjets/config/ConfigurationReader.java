package com.javaonjets.config;

import com.javaonjets.JetsException;
import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the section of an environment in a file, and the databases in the section. */
final class ConfigurationReader {

    private static final String PRIMARY = "primary";

    /** Keys whose value is a map; any other map in a section is a database. */
    private static final Set<String> MAPS = Set.of("properties", "variables");

    private final Environment environment;
    private final Map<String, String> variables;

    /** For the user, each once. */
    private final Set<String> warnings = new LinkedHashSet<>();

    ConfigurationReader(Environment environment, Map<String, String> variables) {
        this.environment = environment;
        this.variables = variables;
    }

    /** The configuration without a file: what DATABASE_URL says, if it is set. */
    Optional<Configuration> fromVariables() {
        Optional<Found> url = DatabaseReader.variable(PRIMARY, true, variables);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Template template = Template.of("", url.get().place(), 1);
        DatabaseReader reader = new DatabaseReader(environment, variables, template);
        Place place = new Place(url.get().key());
        return Optional.of(configuration(List.of(reader.read(PRIMARY, true, place, Entries.none()))));
    }

    boolean describes(ParsedFile file) {
        return file.root().isPresent() && file.root().get() instanceof Entries sections && section(sections) != null;
    }

    Configuration read(ParsedFile file) {
        warnings.addAll(file.warnings());
        if (file.root().isEmpty() || empty(file.root().get())) {
            return fromVariables(
                    file.place()
                            + " is empty; expected a section for each environment, such as 'development:', or DATABASE_URL set");
        }
        if (!(file.root().get() instanceof Entries sections)) {
            throw new JetsException(file.place() + " holds " + file.root().get().kind()
                    + "; expected a section for each environment, such as 'development:'");
        }
        warnOfReplaced(sections, file.place());
        return section(sections, file.template(), file.place());
    }

    private Configuration fromVariables(String otherwise) {
        Optional<Configuration> configuration = fromVariables();
        if (configuration.isEmpty()) {
            throw new JetsException(otherwise);
        }
        return configuration.get();
    }

    private @Nullable YamlNode section(Entries sections) {
        YamlNode section = sections.entries().get(environment.name());
        return section == null || empty(section) ? null : section;
    }

    private Configuration section(Entries sections, Template template, Place file) {
        YamlNode section = section(sections);
        if (section == null) {
            return fromVariables(absent(sections, file));
        }
        Place place = file.in(environment.name());
        DatabaseReader reader = new DatabaseReader(environment, variables, template);
        return configuration(databases(entries(section, place), reader, place));
    }

    private List<DatabaseConfig> databases(Entries section, DatabaseReader reader, Place place) {
        Map<String, Entries> named = named(section);
        if (named.isEmpty()) {
            return List.of(checked(reader.read(PRIMARY, true, place, section), section, place));
        }
        warnOfReplaced(section, place);
        refuseMixture(section, named, place);
        String primary =
                named.containsKey(PRIMARY) ? PRIMARY : named.keySet().iterator().next();
        List<DatabaseConfig> databases = new ArrayList<>();
        for (Map.Entry<String, Entries> database : named.entrySet()) {
            String name = database.getKey();
            Place its = place.in(name);
            DatabaseConfig config = reader.read(name, name.equals(primary), its, database.getValue());
            databases.add(checked(config, database.getValue(), its));
        }
        return databases;
    }

    /** {@return the database}; warns of what its section has in vain. */
    private DatabaseConfig checked(DatabaseConfig config, Entries section, Place place) {
        warnOfReplaced(section, place);
        if (!Settings.OWN.containsAll(section.entries().keySet())) {
            warnings.addAll(Warnings.ignored(section, config, place));
        }
        return config;
    }

    private void warnOfReplaced(Entries section, Place place) {
        if (!section.remarks().isEmpty()) {
            warnings.addAll(Warnings.replaced(section, place));
        }
    }

    /** The databases of a section that is a map of them; none where it describes one itself. */
    static Map<String, Entries> named(Entries section) {
        Map<String, Entries> named = new LinkedHashMap<>();
        if (section.entries().get("database") instanceof Scalar
                || section.entries().get("url") instanceof Scalar) {
            return named;
        }
        for (String key : section.entries().keySet()) {
            if (section.entries().get(key) instanceof Entries database && !MAPS.contains(key)) {
                named.put(key, database);
            }
        }
        return named;
    }

    private static void refuseMixture(Entries section, Map<String, Entries> named, Place place) {
        if (named.size() < section.entries().size()) {
            Set<String> others = new LinkedHashSet<>(section.entries().keySet());
            others.removeAll(named.keySet());
            throw new JetsException(
                    place.line(section.line()) + " mixes databases (" + String.join(", ", named.keySet())
                            + ") with keys (" + String.join(", ", others) + "); expected the keys below each database");
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

    static boolean empty(YamlNode node) {
        return (node instanceof Scalar scalar && scalar.text().isEmpty())
                || (node instanceof Entries entries && entries.entries().isEmpty());
    }

    private String absent(Entries sections, Place file) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, YamlNode> section : sections.entries().entrySet()) {
            if (!section.getKey().equals("default") && !empty(section.getValue())) {
                names.add(section.getKey());
            }
        }
        String others = String.join(", ", names);
        return "no environment '" + environment + "' in " + file + "; it has "
                + (others.isEmpty() ? "none" : others) + "; add the section '" + environment
                + ":', or choose another one by JETS_ENV, or, in Maven, by -Djets.env";
    }

    private Configuration configuration(List<DatabaseConfig> databases) {
        return new Configuration(environment, databases, List.copyOf(warnings));
    }
}
