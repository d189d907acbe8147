package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.Adapter;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway is an optional dependency: each test has a class path of its own. */
final class FlywayPresenceTest {

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, flyway-core",
        "MYSQL, flyway-core",
        "POSTGRESQL, flyway-database-postgresql",
        "MYSQL, flyway-mysql",
    })
    void namesTheArtifactThatIsMissing(Adapter adapter, String artifact) throws Exception {
        try (URLClassLoader loader = loader(path -> !path.contains(artifact))) {
            assertThatThrownBy(() -> check(loader, adapter))
                    .hasMessage("migrations need org.flywaydb:" + artifact
                            + ", which is not on the class path; add the dependency to pom.xml");
        }
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void saysHowJarsAreMadeIntoOne(Adapter adapter) throws Throwable {
        try (URLClassLoader loader = loader(path -> true)) {
            check(loader, adapter);
        }
        String services = "META-INF/services/org.flywaydb.core.extensibility.Plugin";
        try (URLClassLoader loader = withFirstOnly(services)) {
            assertThatThrownBy(() -> check(loader, adapter))
                    .hasMessageMatching(
                            "org\\.flywaydb\\.database\\.\\w+\\.\\w+ is on the class path, but no " + services
                                    + " there names it; where several jars are made into one, merge the files of that name"
                                    + " \\(maven-shade-plugin: ServicesResourceTransformer\\)");
        }
    }

    /** What Migrator.of does first; and Migrator itself has to load, to be asked at all. */
    private static void check(ClassLoader loader, Adapter adapter) throws Throwable {
        Class.forName(Migrator.class.getName(), true, loader);
        Class<?> adapters = loader.loadClass(Adapter.class.getName());
        Method check = loader.loadClass(FlywayPresence.class.getName()).getDeclaredMethod("check", adapters);
        check.setAccessible(true);
        try {
            check.invoke(null, adapters.getMethod("valueOf", String.class).invoke(null, adapter.name()));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URLClassLoader loader(Predicate<String> kept) {
        return new URLClassLoader(urls(kept), ClassLoader.getPlatformClassLoader());
    }

    private static URLClassLoader withFirstOnly(String resource) {
        return new URLClassLoader(urls(path -> true), ClassLoader.getPlatformClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                List<URL> all = Collections.list(super.getResources(name));
                return Collections.enumeration(
                        name.equals(resource)
                                ? all.stream()
                                        .filter(url -> url.getPath().contains("flyway-core"))
                                        .toList()
                                : all);
            }
        };
    }

    private static URL[] urls(Predicate<String> kept) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(kept)
                .map(FlywayPresenceTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
