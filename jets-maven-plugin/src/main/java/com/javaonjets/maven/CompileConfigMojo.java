package com.javaonjets.maven;

import com.javaonjets.config.ConfigurationCompiler;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes config/database.jets beside config/database.yml among the compiled classes: what a function reads as it starts,
 * in less time than YAML takes. Values from the environment are filled in when it is read, as ever. An error in
 * config/database.yml that no variable of the environment mends stops the build.
 *
 * <p>A config/database.jets that was made of another config/database.yml than lies beside it is not read.
 */
@Mojo(name = "compile-config", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class CompileConfigMojo extends JetsMojo {

    /** The folder of the compiled classes, with config/database.yml in it: a copy, which is a resource of the project. */
    @Parameter(property = "jets.classes", defaultValue = "${project.build.outputDirectory}", required = true)
    private File classes;

    @Override
    void run() {
        Optional<Path> compiled = ConfigurationCompiler.compile(classes.toPath());
        if (compiled.isEmpty()) {
            say("no config/database.yml in " + classes + ", nothing to compile; to have it in the jar, add the folder"
                    + " config to the resources in pom.xml, with the targetPath config");
        }
    }
}
