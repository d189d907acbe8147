package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestServers;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

final class OptionalDependenciesTest {

    private static final List<String> REQUIRED = List.of("HikariCP-", "snakeyaml-", "slf4j-", "postgresql-42");

    @Test
    void needsTheDriverAndWhatIsRequired() throws Exception {
        assertThat(alone(BorrowingAlone.class)).isEqualTo(7);
    }

    @Test
    void namesTheDependencyThatASnapshotNeeds() throws Exception {
        assertThat(alone(SnapshotAlone.class))
                .asString()
                .contains("org.crac is not on the class path; add the dependency org.crac:crac to pom.xml");
    }

    private static Object alone(Class<?> work) throws Exception {
        DatabaseConfig config = TestServers.postgresql();
        try (URLClassLoader least = new URLClassLoader(leastClassPath(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> borrowing = (Callable<?>) least.loadClass(work.getName())
                    .getConstructor(int.class, String.class)
                    .newInstance(config.port(), config.database());
            return borrowing.call();
        }
    }

    private static URL[] leastClassPath() throws MalformedURLException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith("classes") || REQUIRED.stream().anyMatch(name::startsWith)) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
        }
        return classPath.toArray(URL[]::new);
    }
}
