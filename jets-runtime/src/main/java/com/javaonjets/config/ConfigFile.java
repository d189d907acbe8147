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
import java.util.stream.Stream;

/** The text of config/database.yml: UTF-8, without a byte order mark, its lines ended by {@code \n}. */
record ConfigFile(Place place, String text) {

    /** Far beyond any real file, so that a wrong one cannot fill the memory. */
    static final int MAX_BYTES = 1 << 20;

    static final String NAME = "config/database.yml";

    /** The file below a project's folder, if there is one. */
    static Optional<ConfigFile> in(Path projectFolder) {
        Path file = projectFolder.resolve("config").resolve("database.yml");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(read(stream));
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** The file on the class path of the thread, else on this library's own, if there is one. */
    static Optional<ConfigFile> onClassPath() {
        return Stream.of(
                        Optional.ofNullable(Thread.currentThread().getContextClassLoader()),
                        Optional.ofNullable(ConfigFile.class.getClassLoader()))
                .flatMap(Optional::stream)
                .flatMap(loader -> Optional.ofNullable(loader.getResource(NAME)).stream())
                .findFirst()
                .map(resource -> {
                    try (InputStream stream = resource.openStream()) {
                        return read(stream);
                    } catch (IOException unreadable) {
                        throw unreadable(unreadable);
                    }
                });
    }

    private static ConfigFile read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new JetsException(NAME + " is larger than " + MAX_BYTES + " bytes; expected a few sections");
        }
        String text = decode(bytes).replace("\r\n", "\n").replace('\r', '\n');
        return new ConfigFile(new Place(NAME), text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String decode(byte[] bytes) {
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
            throw new JetsException(
                    new Place(NAME).line(line) + " is not UTF-8; save the file in that encoding", notUtf8);
        }
    }

    private static JetsException unreadable(IOException cause) {
        return new JetsException(NAME + " cannot be read: " + cause.getMessage(), cause);
    }
}
