package com.javaonjets.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaJarMojoTest {

    @TempDir
    private Path folder;

    @Test
    void refusesSignaturesOfMergedJars() throws IOException {
        Path jar = jar("com/example/A.class", "META-INF/BC2048KE.SF", "META-INF/BC2048KE.DSA");

        assertThatThrownBy(() -> LambdaJarMojo.check(jar))
                .isInstanceOf(JetsException.class)
                .hasMessage(jar + " holds signature files of other jars, with which Java refuses it:"
                        + " [META-INF/BC2048KE.SF, META-INF/BC2048KE.DSA]; exclude META-INF/*.SF, *.DSA and *.RSA in"
                        + " maven-shade-plugin's filters");
    }

    @Test
    void takesAJarWithoutThem() throws IOException {
        LambdaJarMojo.check(jar("com/example/A.class", "META-INF/services/java.sql.Driver", "db/META-INF.SF"));
    }

    @Test
    void saysWhatToRunWhereThereIsNoJar() {
        Path missing = folder.resolve("none.jar");

        assertThatThrownBy(() -> LambdaJarMojo.check(missing))
                .isInstanceOf(JetsException.class)
                .hasMessage("no jar at " + missing + "; run mvn package");
    }

    private Path jar(String... entries) throws IOException {
        Path jar = folder.resolve("function.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return jar;
    }
}
