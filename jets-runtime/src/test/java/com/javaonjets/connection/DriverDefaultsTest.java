package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pgjdbc's own file of defaults, which a project may have on its class path. */
final class DriverDefaultsTest {

    @TempDir
    private Path folder;

    @Test
    void areFollowed() throws Exception {
        assertThat(applicationName()).isEqualTo("PostgreSQL JDBC Driver");

        writeDefaults("ApplicationName=by default");

        assertThat(applicationName()).isEqualTo("by default");
    }

    private void writeDefaults(String line) throws IOException {
        Path file = folder.resolve("org/postgresql/driverconfig.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, line);
    }

    private Object applicationName() throws Exception {
        DatabaseConfig config = TestServers.postgresql();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> naming = (Callable<?>) loader.loadClass(ApplicationName.class.getName())
                    .getConstructor(int.class, String.class)
                    .newInstance(config.port(), config.database());
            return naming.call();
        }
    }

    private URL[] classPath() throws MalformedURLException {
        List<URL> classPath = new ArrayList<>();
        classPath.add(folder.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        return classPath.toArray(URL[]::new);
    }
}
