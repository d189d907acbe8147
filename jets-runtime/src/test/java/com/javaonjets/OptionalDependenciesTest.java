package com.javaonjets;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.ClassPath;
import com.javaonjets.testing.TestServers;
import java.net.URLClassLoader;
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
        try (URLClassLoader least = ClassPath.alone(OptionalDependenciesTest::isRequired)) {
            Callable<?> borrowing = (Callable<?>) least.loadClass(work.getName())
                    .getConstructor(int.class, String.class)
                    .newInstance(config.port(), config.database());
            return borrowing.call();
        }
    }

    private static boolean isRequired(String name) {
        return name.endsWith("classes") || REQUIRED.stream().anyMatch(name::startsWith);
    }
}
