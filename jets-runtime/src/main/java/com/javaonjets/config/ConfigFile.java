package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of config/database.yml, wherever it was found. */
final class ConfigFile {

    /** Far beyond any real file, so that a wrong one cannot fill the memory. */
    static final int MAX_BYTES = 1 << 20;

    static final String NAME = "config/database.yml";

    private final byte[] bytes;

    private ConfigFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The file below a project's folder, or below a root of the class path, if there is one. */
    static Optional<ConfigFile> in(Path folder) {
        Path file = folder.resolve("config").resolve("database.yml");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(of(stream.readNBytes(MAX_BYTES + 1)));
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /**
     * A file that holds that.
     *
     * @throws JetsException if it is too large
     */
    static ConfigFile of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new JetsException(NAME + " is larger than " + MAX_BYTES + " bytes; expected a few sections");
        }
        return new ConfigFile(bytes);
    }

    static JetsException unreadable(IOException cause) {
        return new JetsException(NAME + " cannot be read: " + cause.getMessage(), cause);
    }

    Place place() {
        return new Place(NAME);
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * The text: UTF-8, without a byte order mark, its lines ended by {@code \n}.
     *
     * @throws JetsException if it is not UTF-8
     */
    String text() {
        String text = decoded().replace("\r\n", "\n").replace('\r', '\n');
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String decoded() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            return decoder.decode(buffer).toString();
        } catch (CharacterCodingException notUtf8) {
            String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            throw new JetsException(place().line(line) + " is not UTF-8; save the file in that encoding", notUtf8);
        }
    }
}
