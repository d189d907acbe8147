package com.javaonjets.config;

import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a user should know of a file that can be read nevertheless. */
final class Warnings {

    private Warnings() {}

    /** Of entries that replace others. */
    static List<String> replaced(Entries entries, Place place) {
        List<String> sentences = new ArrayList<>();
        for (String remark : entries.remarks()) {
            sentences.add(remark + " (" + place + ")");
        }
        return sentences;
    }

    /** Of what a database's section says in vain. */
    static List<String> ignored(Entries section, DatabaseConfig config, Place place) {
        List<String> sentences = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : section.entries().entrySet()) {
            if (!Keys.known(entry.getKey())) {
                misspelt(entry.getKey(), place.line(entry.getValue().line()), sentences);
            }
        }
        boolean named = has(section, "host")
                || has(section, "hostname")
                || !config.host().equals("localhost");
        if (has(section, "socket") && !named && !config.embedded()) {
            sentences.add("'socket' in " + place
                    + " is ignored, since Java's drivers connect by TCP; the server is taken" + " to be at "
                    + config.host() + ":" + config.port() + "; name another one by the key host");
        }
        if (has(section, "hostaddr") && !named) {
            sentences.add("'hostaddr' in " + place + " is ignored; the server is taken to be at " + config.host() + ":"
                    + config.port() + "; name another one by the key host, which takes an address too");
        }
        if (has(section, "service")) {
            sentences.add("'service' in " + place + " is ignored, since Java's drivers read no pg_service.conf; the"
                    + " server is taken to be at " + config.host() + ":" + config.port());
        }
        if (has(section, "sslverify")
                && config.ssl().isEmpty()
                && config.sslrootcert().isEmpty()) {
            sentences.add("'sslverify' in " + place + " is ignored; ssl: verify-full has the server verified");
        }
        return sentences;
    }

    private static void misspelt(String key, Place place, List<String> sentences) {
        Keys.meant(key)
                .ifPresent(meant -> sentences.add(
                        "unknown key '" + key + "' in " + place + " is ignored; did you mean '" + meant + "'?"));
    }

    private static boolean has(Entries section, String key) {
        return section.entries().get(key) instanceof Scalar scalar
                && scalar.text().isPresent();
    }
}
