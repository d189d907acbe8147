package com.javaonjets.config;

import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Items;
import com.javaonjets.config.YamlNode.Scalar;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes config/database.jets, see {@link CompiledFormat}. */
final class CompiledWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final IdentityHashMap<YamlNode, Integer> nodes = new IdentityHashMap<>();

    private CompiledWriter() {}

    /** @param source what the file was parsed from */
    static byte[] write(ParsedFile file, ConfigFile source) {
        byte[] body = new CompiledWriter().body(file);
        return ByteBuffer.allocate(CompiledFormat.HEAD_BYTES + body.length)
                .putInt(CompiledFormat.MAGIC)
                .putInt(CompiledFormat.VERSION)
                .putInt(source.bytes().length)
                .putInt(CompiledReader.checksum(source.bytes(), 0))
                .putInt(CompiledReader.checksum(body, 0))
                .put(body)
                .array();
    }

    private byte[] body(ParsedFile file) {
        try {
            expressions(file.template().expressions());
            root(file.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void expressions(List<Expression> expressions) throws IOException {
        out.writeInt(expressions.size());
        for (Expression expression : expressions) {
            if (expression instanceof Expression.Literal literal) {
                expression(CompiledFormat.LITERAL, expression, literal.value());
            } else if (expression instanceof Expression.Erb erb) {
                expression(CompiledFormat.ERB, expression, erb.code());
            } else if (expression instanceof Expression.Variable variable) {
                expression(CompiledFormat.VARIABLE, expression, variable.body());
            }
        }
    }

    private void expression(int kind, Expression expression, String inner) throws IOException {
        out.writeByte(kind);
        text(expression.text());
        out.writeInt(expression.line());
        text(inner);
    }

    private void root(Optional<YamlNode> root) throws IOException {
        if (root.isEmpty()) {
            out.writeByte(CompiledFormat.NOTHING);
        } else {
            node(root.get());
        }
    }

    private void node(YamlNode node) throws IOException {
        Integer known = nodes.get(node);
        if (known == null) {
            newNode(node);
            nodes.put(node, nodes.size());
        } else {
            out.writeByte(CompiledFormat.SAME);
            out.writeInt(known);
        }
    }

    private void newNode(YamlNode node) throws IOException {
        if (node instanceof Scalar scalar) {
            head(scalar.text().isPresent() ? CompiledFormat.TEXT : CompiledFormat.NULL, node);
            if (scalar.text().isPresent()) {
                text(scalar.text().get());
            }
        } else if (node instanceof Items list) {
            head(CompiledFormat.ITEMS, node);
            out.writeInt(list.items().size());
            for (YamlNode item : list.items()) {
                node(item);
            }
        } else if (node instanceof Entries section) {
            head(CompiledFormat.ENTRIES, node);
            entries(section);
        }
    }

    private void entries(Entries section) throws IOException {
        out.writeInt(section.entries().size());
        for (Map.Entry<String, YamlNode> entry : section.entries().entrySet()) {
            text(entry.getKey());
            node(entry.getValue());
        }
        out.writeInt(section.remarks().size());
        for (String remark : section.remarks()) {
            text(remark);
        }
    }

    private void head(int kind, YamlNode node) throws IOException {
        out.writeByte(kind);
        out.writeInt(node.line());
    }

    private void text(String text) throws IOException {
        if (text.chars().allMatch(character -> character <= CompiledFormat.NARROW)) {
            out.writeInt(text.length());
            out.writeBytes(text);
        } else {
            out.writeInt(-text.length());
            out.writeChars(text);
        }
    }
}
