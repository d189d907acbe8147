package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.testing.ClassPath;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissingDriverTest {

    @ParameterizedTest
    @CsvSource({"MYSQL, com.mysql:mysql-connector-j", "POSTGRESQL, org.postgresql:postgresql"})
    void namesTheDependencyToAdd(Adapter adapter, String coordinates) throws Exception {
        try (URLClassLoader noDriver =
                ClassPath.alone(name -> !name.startsWith("mysql-connector-j") && !name.startsWith("postgresql-"))) {
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
}
