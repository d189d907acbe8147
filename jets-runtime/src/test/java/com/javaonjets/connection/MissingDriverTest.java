package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissingDriverTest {

    @ParameterizedTest
    @CsvSource({"MYSQL, com.mysql:mysql-connector-j", "POSTGRESQL, org.postgresql:postgresql"})
    void namesTheDependencyToAdd(Adapter adapter, String coordinates) throws Exception {
        try (URLClassLoader noDriver =
                new URLClassLoader(classPathWithoutDrivers(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> opening = (Callable<?>) noDriver.loadClass(OpeningWithoutDriver.class.getName())
                    .getConstructor(String.class)
                    .newInstance(adapter.name());

            Throwable failure = catchThrowable(opening::call);

            assertThat(failure.getClass().getName()).isEqualTo(JetsException.class.getName());
            assertThat(failure)
                    .hasMessage("no driver for adapter '%s' on the class path; add the dependency %s to pom.xml"
                            .formatted(adapter, coordinates));
        }
    }

    private static URL[] classPathWithoutDrivers() throws MalformedURLException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (!name.startsWith("mysql-connector-j") && !name.startsWith("postgresql-")) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
        }
        return classPath.toArray(URL[]::new);
    }
}
