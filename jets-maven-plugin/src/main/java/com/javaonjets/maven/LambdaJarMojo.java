package com.javaonjets.maven;

import com.javaonjets.JetsException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the size of the jar that Lambda gets, since it is time at every cold start, and refuses one that Lambda would
 * not load.
 */
@Mojo(name = "lambda-jar", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class LambdaJarMojo extends JetsMojo {

    /** Signatures of jars that were merged, no longer true of the whole: Java refuses every class beside them. */
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|DSA|RSA|EC)");

    /** The jar. */
    @Parameter(
            property = "jets.jar",
            defaultValue = "${project.build.directory}/${project.build.finalName}.jar",
            required = true)
    private File jar;

    @Override
    void run() {
        check(jar.toPath());
        say(String.format(Locale.ROOT, "%s for Lambda: %.1f MB", jar.getName(), jar.length() / 1e6));
    }

    static void check(Path jar) {
        List<String> signatures = signatures(jar);
        if (!signatures.isEmpty()) {
            throw new JetsException(jar + " holds signature files of other jars, with which Java refuses it: "
                    + signatures + "; exclude META-INF/*.SF, *.DSA and *.RSA in maven-shade-plugin's filters");
        }
    }

    private static List<String> signatures(Path jar) {
        if (!Files.exists(jar)) {
            throw new JetsException("no jar at " + jar + "; run mvn package");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(SIGNATURE.asMatchPredicate())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
