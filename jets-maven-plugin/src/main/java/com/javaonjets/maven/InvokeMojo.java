package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.invoke.HandlerProcess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the project and invokes its handler here, in one JVM with Lambda's runtime client, against the environment's
 * databases.
 */
@Mojo(name = "invoke", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class InvokeMojo extends DatabaseMojo {

    /** The handler, package.Class or package.Class::method. */
    @Parameter(property = "jets.handler")
    private @Nullable String handler;

    /** How often to invoke it. */
    @Parameter(property = "times", defaultValue = "1")
    private int times;

    /** The event, in JSON. */
    @Parameter(property = "jets.event", defaultValue = "{}")
    private String event;

    /** The timeout that the handler finds in its context, in seconds; nothing enforces it here. */
    @Parameter(property = "jets.timeout", defaultValue = "30")
    private int timeout;

    @Parameter(defaultValue = "${project.artifactId}", readonly = true, required = true)
    private String function;

    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
    private List<String> projectClassPath;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    @Override
    void run() {
        try (Servers servers = servers()) {
            databases().forEach(servers::ready);
            invoke();
        }
    }

    @Override
    void run(DatabaseConfig database) {
        throw new UnsupportedOperationException("the handler opens its databases itself");
    }

    private void invoke() {
        try {
            List<String> printed = new ArrayList<>();
            Consumer<String> output = getLog().isInfoEnabled() ? this::say : printed::add;
            if (process().run(output) != 0) {
                throw new JetsException("the invocation failed; what it printed stands "
                        + (printed.isEmpty() ? "above" : "here:\n" + String.join("\n", printed)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HandlerProcess process() {
        if (handler == null || handler.isBlank()) {
            throw new JetsException("no handler to invoke; expected the property jets.handler in pom.xml, or"
                    + " -Djets.handler=package.Class");
        }
        if (times < 1) {
            throw new JetsException("times is " + times + "; expected 1 or more");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Map<String, String> variables = Map.of("JETS_ENV", environment().name());
        return new HandlerProcess(
                java,
                classPath(),
                projectFolder(),
                function,
                handler,
                event,
                times,
                Duration.ofSeconds(timeout),
                variables);
    }

    private List<Path> classPath() {
        Stream<Path> project = projectClassPath.stream().map(Path::of);
        Stream<Path> lambda = pluginArtifacts.stream()
                .filter(artifact -> artifact.getGroupId().equals("com.amazonaws")
                        || artifact.getGroupId().equals("software.amazon.awssdk"))
                .map(Artifact::getFile)
                .map(File::toPath);
        return Stream.concat(project, lambda).toList();
    }
}
