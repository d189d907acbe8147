package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.migration.Migrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.Dependency;

/**
 * The project's compiled classes with what they need to run, for its migrations in Java. Only where there is such a
 * migration are the project's dependencies resolved.
 */
record ProjectClasses(MavenProject project, ProjectDependenciesResolver resolver, RepositorySystemSession session) {

    private static final Pattern MIGRATION = Pattern.compile("(V\\d|R__)[^$]*\\.(java|class)");

    /**
     * A loader of them, if one of the folders' packages holds a migration.
     *
     * @throws JetsException if one is not compiled, or a dependency cannot be had
     */
    Optional<ClassLoader> loader(List<String> folders) {
        boolean found = false;
        for (String folder : folders) {
            for (String root : project.getCompileSourceRoots()) {
                migrations(Path.of(root).resolve(folder)).forEach(source -> refuseStale(source, folder));
            }
            found |= !migrations(output().resolve(folder)).isEmpty();
        }
        return found ? Optional.of(loader()) : Optional.empty();
    }

    private Path output() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    private static List<Path> migrations(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            MIGRATION.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseStale(Path source, String folder) {
        String name = source.getFileName().toString().replaceFirst("\\.java$", ".class");
        Path compiled = output().resolve(folder).resolve(name);
        try {
            if (!Files.exists(compiled)
                    || Files.getLastModifiedTime(compiled).compareTo(Files.getLastModifiedTime(source)) < 0) {
                throw new JetsException("the migration " + source + " is not compiled"
                        + (Files.exists(compiled) ? " since it changed" : "")
                        + "; nothing was run; compile it first, as in: mvn compile jets:db-migrate");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It lives as long as its classes do, and closes its jars when it is collected. */
    private ClassLoader loader() {
        List<URL> urls = new ArrayList<>();
        urls.add(url(output()));
        dependencies().forEach(file -> urls.add(url(file)));
        return new URLClassLoader(urls.toArray(URL[]::new), new FlywayOnly(Migrator.class.getClassLoader()));
    }

    private List<Path> dependencies() {
        try {
            return resolver.resolve(new DefaultDependencyResolutionRequest(project, session)).getDependencies().stream()
                    .filter(dependency -> !dependency.getScope().equals("test"))
                    .map(Dependency::getArtifact)
                    .flatMap(artifact -> Optional.ofNullable(artifact.getFile()).stream())
                    .map(file -> file.toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new JetsException("the project's migrations in Java need its dependencies: " + e.getMessage(), e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Of this plugin's classes, the project's see Flyway's alone, since the migrator has to know a migration by its type. */
    private static final class FlywayOnly extends ClassLoader {

        private final ClassLoader plugin;

        FlywayOnly(ClassLoader plugin) {
            super(ClassLoader.getPlatformClassLoader());
            this.plugin = plugin;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.flywaydb.")) {
                return plugin.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
