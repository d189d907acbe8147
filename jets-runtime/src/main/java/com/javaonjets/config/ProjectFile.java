package com.javaonjets.config;

import com.javaonjets.JetsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads config/database.yml below a project's folder, as goals do; a function has it on its class path. */
final class ProjectFile {

    private ProjectFile() {}

    static @Nullable ParsedFile in(Path projectFolder) {
        return ConfigFile.in(projectFolder).map(ParsedFile::of).orElse(null);
    }

    /** See {@link Configuration#read(Path, Environment, Map)}. */
    static Configuration read(Path projectFolder, Environment environment, Map<String, String> variables) {
        return Configuration.read(in(projectFolder), environment, variables)
                .map(found -> below(projectFolder, found))
                .orElseThrow(() -> new JetsException("no " + ConfigFile.NAME + " in "
                        + projectFolder.toAbsolutePath().normalize() + "; " + Configuration.advice(environment)));
    }

    static boolean describes(Path projectFolder, Environment environment) {
        ParsedFile file = in(projectFolder);
        return file != null && new ConfigurationReader(environment, Map.of()).describes(file);
    }

    /** Goals run in another folder than the project's at times, and without its class path. */
    static Configuration below(Path projectFolder, Configuration configuration) {
        List<DatabaseConfig> located = configuration.databases().stream()
                .map(config -> config.sslrootcert()
                        .flatMap(file -> located(file, projectFolder))
                        .map(file -> config.toBuilder()
                                .sslrootcert(Optional.of(file.toString()))
                                .build())
                        .orElse(config))
                .toList();
        return new Configuration(configuration.environment(), located, configuration.warnings());
    }

    private static Optional<Path> located(String file, Path projectFolder) {
        return Stream.of(projectFolder, projectFolder.resolve("src/main/resources"))
                .map(folder -> folder.resolve(file).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
