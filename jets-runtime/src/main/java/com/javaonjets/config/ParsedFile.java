package com.javaonjets.config;

import java.util.List;
import java.util.Optional;

/**
 * What config/database.yml says before any variable is looked at: the same whether SnakeYAML read it now, or the build did
 * and wrote it down.
 *
 * @param root empty if the file holds nothing but blanks and comments
 * @param template what the expressions in the nodes' texts are
 * @param warnings sentences about how it was read
 */
record ParsedFile(Place place, Optional<YamlNode> root, Template template, List<String> warnings) {

    static ParsedFile of(ConfigFile file) {
        return of(file, List.of());
    }

    /**
     * Reads YAML.
     *
     * @throws com.javaonjets.JetsException if it cannot be read
     */
    static ParsedFile of(ConfigFile file, List<String> warnings) {
        Template template = Template.of(file.text(), file.place(), 1);
        return new ParsedFile(file.place(), YamlReader.read(template, file.place()), template, warnings);
    }
}
