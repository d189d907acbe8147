package com.javaonjets.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What YAML makes of a file: text, lists and maps, each with the line of the file where it begins, counted from 1. */
sealed interface YamlNode {

    int line();

    /** What it is, in the words of a message. */
    String kind();

    /**
     * A scalar as it is written, whatever type YAML would give it: {@code 012345} stays six digits.
     *
     * @param text empty for null
     */
    record Scalar(Optional<String> text, int line) implements YamlNode {
        @Override
        public String kind() {
            return text.isPresent() ? "text" : "nothing";
        }
    }

    /** A sequence. */
    record Items(List<YamlNode> items, int line) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping, its merges done.
     *
     * @param entries in the order of the file
     * @param remarks sentences without their file about entries that replace others
     */
    record Entries(Map<String, YamlNode> entries, List<String> remarks, int line) implements YamlNode {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            remarks = List.copyOf(remarks);
        }

        static Entries none() {
            return new Entries(Map.of(), List.of(), 0);
        }

        @Override
        public String kind() {
            return "a map";
        }
    }
}
