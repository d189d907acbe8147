package com.javaonjets.config;

import com.javaonjets.JetsException;
import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Items;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns YAML into nodes of our own; the only class that knows SnakeYAML.
 *
 * <p>It stops at SnakeYAML's composer and constructs nothing, which is stricter than its safe constructor: no tag can
 * make an object, scalars keep their text, and every node knows its line. SnakeYAML's exceptions are not kept as causes,
 * since they quote the lines around an error, and one of those may hold a password.
 */
final class YamlReader {

    /** Far beyond any real file: three hundred environments that merge three sections each. */
    private static final int MAX_ALIASES = 1_000;

    private static final int MAX_DEPTH = 20;
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private final Template template;
    private final Place file;
    private final Map<Node, YamlNode> converted = new HashMap<>();
    private final Set<Node> open = new HashSet<>();

    private YamlReader(Template template, Place file) {
        this.template = template;
        this.file = file;
    }

    /**
     * Reads the one document of a file.
     *
     * @return empty if the file holds nothing but blanks and comments
     * @throws JetsException if it is no YAML, names a type other than YAML's own, or is built to exhaust its reader
     */
    static Optional<YamlNode> read(Template template, Place file) {
        YamlReader reader = new YamlReader(template, file);
        try {
            return Optional.ofNullable(reader.composer().getSingleNode()).map(reader::convert);
        } catch (MarkedYAMLException malformed) {
            throw reader.malformed(malformed);
        } catch (YAMLException beyondLimits) {
            throw new JetsException(file + " is no YAML that can be read; expected printable text, at most "
                    + MAX_ALIASES + " aliases (*name), and at most " + MAX_DEPTH + " levels");
        }
    }

    private Composer composer() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(ConfigFile.MAX_BYTES);
        StreamReader text = new StreamReader(template.masked());
        return new Composer(new ParserImpl(text, options), new Resolver(), options);
    }

    private YamlNode convert(Node node) {
        YamlNode known = converted.get(node);
        if (known != null) {
            return known;
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            throw refused(
                    node,
                    "holds a value that begins with '!', which YAML takes for the name of a type; put it in quotes");
        }
        if (!open.add(node)) {
            throw refused(
                    node,
                    "holds a section that contains itself; expected no alias (*name) inside its own anchor (&name)");
        }
        YamlNode result = convertNew(node);
        open.remove(node);
        converted.put(node, result);
        return result;
    }

    private YamlNode convertNew(Node node) {
        if (node instanceof MappingNode mapping) {
            return new EntriesBuilder(mapping).build();
        }
        if (node instanceof SequenceNode sequence) {
            return new Items(sequence.getValue().stream().map(this::convert).toList(), line(node.getStartMark()));
        }
        return scalar((ScalarNode) node);
    }

    private Scalar scalar(ScalarNode node) {
        boolean continued = node.getEndMark().getLine() > node.getStartMark().getLine();
        if (continued && node.getScalarStyle() == ScalarStyle.PLAIN && Template.holdsExpression(node.getValue())) {
            throw alone(template.line(node.getEndMark().getLine() + 1));
        }
        Optional<String> text = node.getTag().equals(Tag.NULL) ? Optional.empty() : Optional.of(node.getValue());
        return new Scalar(text, line(node.getStartMark()));
    }

    /** Builds a mapping entry by entry, a later one over an earlier one, merged or not: Ruby's reading of both. */
    private final class EntriesBuilder {
        private final MappingNode node;
        private final Map<String, YamlNode> entries = new LinkedHashMap<>();
        private final Map<String, Integer> own = new HashMap<>();
        private final List<String> remarks = new ArrayList<>();

        EntriesBuilder(MappingNode node) {
            this.node = node;
        }

        Entries build() {
            for (NodeTuple tuple : node.getValue()) {
                if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                    merge(tuple);
                } else {
                    put(tuple);
                }
            }
            return new Entries(entries, remarks, line(node.getStartMark()));
        }

        private void put(NodeTuple tuple) {
            String key = key(tuple.getKeyNode());
            int line = line(tuple.getKeyNode().getStartMark());
            Integer earlier = own.put(key, line);
            if (earlier != null) {
                remarks.add(
                        "'" + key + "' stands twice, in lines " + earlier + " and " + line + "; the last one counts");
            }
            entries.put(key, convert(tuple.getValueNode()));
        }

        private void merge(NodeTuple tuple) {
            YamlNode value = convert(tuple.getValueNode());
            List<YamlNode> sources = value instanceof Items list ? new ArrayList<>(list.items()) : List.of(value);
            // In a list of sections the first that has a key wins.
            for (int i = sources.size() - 1; i >= 0; i--) {
                merge(sources.get(i), tuple.getKeyNode());
            }
        }

        private void merge(YamlNode source, Node key) {
            if (source instanceof Scalar scalar && scalar.text().isEmpty()) {
                return;
            }
            if (!(source instanceof Entries section)) {
                throw refused(key, "merges " + source.kind() + " by '<<'; expected a section, as in '<<: *default'");
            }
            section.entries().forEach((name, value) -> {
                if (own.containsKey(name)) {
                    remarks.add("'<<' in line " + line(key.getStartMark()) + " replaces '" + name + "' of line "
                            + own.get(name) + ", as in Ruby; write '<<' first to keep it");
                }
                entries.put(name, value);
            });
        }

        private String key(Node node) {
            if (!(node instanceof ScalarNode scalar)) {
                throw refused(node, "has " + convert(node).kind() + " for a key; expected a name");
            }
            if (Template.holdsExpression(scalar.getValue())) {
                throw refused(node, "has an expression for a key; expected a name");
            }
            return scalar.getValue();
        }
    }

    private JetsException refused(Node node, String sentence) {
        return new JetsException(file.line(line(node.getStartMark())) + " " + sentence);
    }

    private JetsException malformed(MarkedYAMLException malformed) {
        int line = line(malformed.getProblemMark());
        for (Mark mark : new Mark[] {malformed.getProblemMark(), malformed.getContextMark()}) {
            if (mark != null && template.leading(mark.getLine() + 1).isPresent()) {
                return alone(line(mark));
            }
        }
        return new JetsException(file.line(line) + " is no YAML: " + problem(malformed.getProblem()));
    }

    private JetsException alone(int line) {
        return new JetsException(
                file.line(line)
                        + " has an expression on a line of its own, which could change the layout of the file; expected 'key: value'");
    }

    /** SnakeYAML's words, save where they would quote a value, and with advice where the cause is a common one. */
    private static String problem(String words) {
        if (words.startsWith("found undefined alias")) {
            return "a value begins with '*', which YAML takes for an alias, and no anchor bears the name; put text in quotes";
        }
        if (words.contains("tag handle")) {
            return "a value begins with '!', which YAML takes for the name of a type; put it in quotes";
        }
        if (words.contains("(TAB)")) {
            return "a tab stands where YAML expects spaces; indent with spaces";
        }
        if (words.contains("cannot start any token")) {
            return words + "; put the value in quotes";
        }
        if (words.contains("mapping values are not allowed")) {
            return words + "; put a value that contains ': ' in quotes, and mind the indentation";
        }
        return words;
    }

    private int line(Mark mark) {
        return mark == null ? 0 : template.line(mark.getLine() + 1);
    }
}
