package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes config/database.jets of config/database.yml, for the build: what a function reads as it starts, without SnakeYAML.
 * Values from the environment stay what they are in the file, and are filled in when it is read.
 */
public final class ConfigurationCompiler {

    private ConfigurationCompiler() {}

    /**
     * Writes config/database.jets beside config/database.yml, unless it is up to date. Where there is no such file, what was
     * made of an earlier one is removed.
     *
     * @param root a root of the class path, such as {@code target/classes}
     * @return config/database.jets; empty where there is no config/database.yml
     * @throws JetsException if the file cannot be read, or holds an error that no variable of the environment mends
     */
    public static Optional<Path> compile(Path root) {
        Path target = root.resolve(CompiledFormat.NAME);
        try {
            Optional<ConfigFile> source = ConfigFile.in(root);
            if (source.isEmpty()) {
                Files.deleteIfExists(target);
                return Optional.empty();
            }
            write(target, compiled(source.get()));
            return Optional.of(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compiled(ConfigFile source) {
        ParsedFile file = ParsedFile.of(source);
        new ConstantValues(file).check();
        return CompiledWriter.write(file, source);
    }

    private static void write(Path target, byte[] compiled) throws IOException {
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), compiled)) {
            Files.write(target, compiled);
        }
    }
}
