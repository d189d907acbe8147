package com.javaonjets.config;

import com.javaonjets.config.YamlNode.Entries;
import com.javaonjets.config.YamlNode.Items;
import com.javaonjets.config.YamlNode.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads config/database.jets, see {@link CompiledFormat}. */
final class CompiledReader {

    private final ByteBuffer in;
    private final List<YamlNode> nodes = new ArrayList<>();

    private CompiledReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * What the build made of a file.
     *
     * @param length of the file
     * @param checksum of the file
     * @return null where it was made of another file, or is damaged
     */
    static @Nullable ParsedFile read(byte[] compiled, long length, int checksum) {
        ByteBuffer in = ByteBuffer.wrap(compiled);
        boolean current = compiled.length >= CompiledFormat.HEAD_BYTES
                && in.getInt() == CompiledFormat.MAGIC
                && in.getInt() == CompiledFormat.VERSION
                && in.getInt() == length
                && in.getInt() == checksum
                && in.getInt() == checksum(compiled, CompiledFormat.HEAD_BYTES);
        return current ? new CompiledReader(in).file(new Place(ConfigFile.NAME)) : null;
    }

    /**
     * What the build made of a file, or what is read here of the file itself where the former is damaged.
     *
     * @return null where it was made of another file, which is no wonder while one is edited
     */
    static @Nullable ParsedFile read(byte[] compiled, ConfigFile source) {
        ParsedFile current = read(compiled, source.bytes().length, checksum(source.bytes(), 0));
        String fault = current == null ? fault(compiled) : null;
        return fault == null ? current : without(source, fault);
    }

    /** What is wrong with it, whichever file it was made of; null where nothing is. */
    private static @Nullable String fault(byte[] compiled) {
        ByteBuffer in = ByteBuffer.wrap(compiled);
        if (compiled.length < CompiledFormat.HEAD_BYTES || in.getInt() != CompiledFormat.MAGIC) {
            return " is damaged";
        }
        int version = in.getInt();
        if (version != CompiledFormat.VERSION) {
            return " was made by another version of the jets-maven-plugin than of jets-runtime (form " + version
                    + ", expected " + CompiledFormat.VERSION + ")";
        }
        // Behind length and checksum of the file that it was made of.
        in.getLong();
        return in.getInt() == checksum(compiled, CompiledFormat.HEAD_BYTES) ? null : " is damaged";
    }

    static int checksum(byte[] bytes, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }

    private static ParsedFile without(ConfigFile source, String reason) {
        return ParsedFile.of(source, List.of(CompiledFormat.NAME + reason + "; " + CompiledFormat.INSTEAD));
    }

    private ParsedFile file(Place place) {
        Template template = new Template("", expressions(), List.of(1));
        return new ParsedFile(place, root(), template, List.of());
    }

    private List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            int kind = in.get();
            String text = text();
            int line = in.getInt();
            expressions.add(expression(kind, text, line, text()));
        }
        return expressions;
    }

    private static Expression expression(int kind, String text, int line, String inner) {
        return switch (kind) {
            case CompiledFormat.LITERAL -> new Expression.Literal(text, line, inner);
            case CompiledFormat.ERB -> new Expression.Erb(text, line, inner);
            case CompiledFormat.VARIABLE -> new Expression.Variable(text, line, inner);
            default -> throw unknown(kind);
        };
    }

    private Optional<YamlNode> root() {
        int kind = in.get();
        return kind == CompiledFormat.NOTHING ? Optional.empty() : Optional.of(node(kind));
    }

    private YamlNode node(int kind) {
        if (kind == CompiledFormat.SAME) {
            return nodes.get(in.getInt());
        }
        int line = in.getInt();
        YamlNode node = switch (kind) {
            case CompiledFormat.NULL -> new Scalar(Optional.empty(), line);
            case CompiledFormat.TEXT -> new Scalar(Optional.of(text()), line);
            case CompiledFormat.ITEMS -> new Items(items(), line);
            case CompiledFormat.ENTRIES -> new Entries(entries(), remarks(), line);
            default -> throw unknown(kind);
        };
        nodes.add(node);
        return node;
    }

    private List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            items.add(node(in.get()));
        }
        return items;
    }

    private Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            String key = text();
            entries.put(key, node(in.get()));
        }
        return entries;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            remarks.add(text());
        }
        return remarks;
    }

    private String text() {
        int length = in.getInt();
        return length < 0 ? wide(-length) : narrow(length);
    }

    private String narrow(int length) {
        byte[] characters = new byte[length];
        in.get(characters);
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    private String wide(int length) {
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = in.getChar();
        }
        return new String(characters);
    }

    /** The checksum is right, so the build wrote what cannot be. */
    private static IllegalStateException unknown(int kind) {
        return new IllegalStateException(CompiledFormat.NAME + " holds an unknown kind " + kind);
    }
}
