package com.javaonjets.maven;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the plugin tells Maven of its goals, and {@code jets:help} prints. */
record Descriptor(List<Goal> goals) {

    record Goal(String name, String description, boolean threadSafe, List<Parameter> parameters) {}

    /**
     * One that a user may set.
     *
     * @param property what sets it on the command line; empty if the pom alone does
     * @param defaultValue empty if there is none
     */
    record Parameter(String name, String description, String property, String defaultValue) {}

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(.+)}");

    static Descriptor read() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(Descriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml"))) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return new Descriptor(children(document.getDocumentElement(), "mojos").stream()
                    .flatMap(mojos -> children(mojos, "mojo").stream())
                    .map(Descriptor::goal)
                    .toList());
        }
    }

    private static Goal goal(Element mojo) {
        Element configuration = child(mojo, "configuration");
        List<Parameter> parameters = children(child(mojo, "parameters"), "parameter").stream()
                .filter(parameter -> !text(parameter, "editable").equals("false"))
                .map(parameter -> parameter(parameter, child(configuration, text(parameter, "name"))))
                .toList();
        return new Goal(
                text(mojo, "goal"),
                text(mojo, "description"),
                text(mojo, "threadSafe").equals("true"),
                parameters);
    }

    private static Parameter parameter(Element parameter, Element configuration) {
        Matcher property = PROPERTY.matcher(configuration.getTextContent());
        return new Parameter(
                text(parameter, "name"),
                text(parameter, "description"),
                property.matches() ? property.group(1) : "",
                configuration.getAttribute("default-value"));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }

    /** An empty one where there is none. */
    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? parent.getOwnerDocument().createElement(name) : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
