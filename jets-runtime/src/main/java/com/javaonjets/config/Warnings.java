package com.javaonjets.config;

import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what a user should know of a file that can be read nevertheless; says each thing once. */
final class Warnings {

    private final Set<String> sentences = new LinkedHashSet<>();

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    void add(List<String> more) {
        sentences.addAll(more);
    }

    /** Warns of entries that replace others. */
    void replaced(Entries entries, Place place) {
        for (String remark : entries.remarks()) {
            sentences.add(remark + " (" + place + ")");
        }
    }

    /** Warns of what a database's section says in vain. */
    void ignored(Entries section, DatabaseConfig config, Place place) {
        for (Map.Entry<String, YamlNode> entry : section.entries().entrySet()) {
            misspelt(entry.getKey(), place.line(entry.getValue().line()));
        }
        boolean named = has(section, "host")
                || has(section, "hostname")
                || !config.host().equals("localhost");
        if (has(section, "socket") && !named && !config.embedded()) {
            sentences.add("'socket' in " + place
                    + " is ignored, since Java's drivers connect by TCP; the server is taken" + " to be at "
                    + config.host() + ":" + config.port() + "; name another one by the key host");
        }
    }

    private void misspelt(String key, Place place) {
        if (!Keys.known(key)) {
            Keys.meant(key)
                    .ifPresent(meant -> sentences.add(
                            "unknown key '" + key + "' in " + place + " is ignored; did you mean '" + meant + "'?"));
        }
    }

    private static boolean has(Entries section, String key) {
        return section.entries().get(key) instanceof Scalar scalar
                && scalar.text().isPresent();
    }
}
