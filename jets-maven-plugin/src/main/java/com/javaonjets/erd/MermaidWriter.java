package com.javaonjets.erd;

import com.javaonjets.erd.Schema.Column;
import com.javaonjets.erd.Schema.Reference;
import com.javaonjets.erd.Schema.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes a schema as a page with a Mermaid diagram, which many hosts of code show as a picture. Its language takes few
 * characters; of others a name is cleared, and stands in full beside it.
 */
final class MermaidWriter {

    private final StringBuilder page = new StringBuilder();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private MermaidWriter() {}

    static String write(Schema schema, String picture) {
        MermaidWriter writer = new MermaidWriter();
        writer.page.append("""
                # Tables

                Written by `mvn jets:db-erd`; [%1$s](%1$s) is the same as a picture.

                ```mermaid
                erDiagram
                """.formatted(picture));
        schema.tables().forEach(writer::add);
        schema.references().forEach(writer::add);
        return writer.page.append("```\n").toString();
    }

    private void add(Table table) {
        page.append("    ").append(name(table.name())).append(" {\n");
        table.columns().forEach(this::add);
        page.append("    }\n");
    }

    private void add(Column column) {
        String type = word(column.type());
        String name = word(column.name());
        page.append("        ").append(type).append(' ').append(name);
        if (!column.marks().isEmpty()) {
            page.append(' ').append(String.join(", ", column.marks()));
        }
        String comment = comment(column, name);
        page.append(comment.isEmpty() ? "" : " \"" + comment + "\"").append('\n');
    }

    private static String comment(Column column, String name) {
        String cleared = name.equals(column.name()) ? "" : quotable(column.name());
        return cleared + (cleared.isEmpty() || !column.nullable() ? "" : ", ") + (column.nullable() ? "null" : "");
    }

    private void add(Reference reference) {
        page.append("    ")
                .append(name(reference.target()))
                .append(reference.optional() ? " |o--" : " ||--")
                .append(reference.unique() ? "o| " : "o{ ")
                .append(name(reference.table()))
                .append(" : \"")
                .append(quotable(String.join(", ", reference.columns())))
                .append("\"\n");
    }

    /** In quotes, as a table may be called by a word of the language; two that come to the same are numbered. */
    private String name(String table) {
        return names.computeIfAbsent(table, given -> {
            String cleared = quotable(given);
            String name = cleared;
            for (int i = 2; !taken.add(name); i++) {
                name = cleared + " " + i;
            }
            return '"' + name + '"';
        });
    }

    private static String quotable(String name) {
        String cleared = name.replaceAll("[\"%\\\\`\\p{Cntrl}]", "_");
        return cleared.isBlank() ? "_" : cleared;
    }

    /** Of a type or a column: a letter or an underscore, then letters, digits, and a few signs. */
    private static String word(String name) {
        String cleared = name.replaceAll("[^\\p{IsAlphabetic}\\d_()\\[\\]-]", "_");
        return cleared.matches("[\\p{IsAlphabetic}_].*") ? cleared : "_" + cleared;
    }
}
