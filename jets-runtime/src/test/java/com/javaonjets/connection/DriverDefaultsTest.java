package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.ClassPath;
import com.javaonjets.testing.TestServers;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try (URLClassLoader loader = ClassPath.alone(name -> true, folder)) {
            Callable<?> naming = (Callable<?>) loader.loadClass(ApplicationName.class.getName())
                    .getConstructor(int.class, String.class)
                    .newInstance(config.port(), config.database());
            return naming.call();
        }
    }
}
