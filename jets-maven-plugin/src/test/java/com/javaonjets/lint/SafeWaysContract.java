package com.javaonjets.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.embedded.EmbeddedDatabase;
import com.javaonjets.embedded.Lease;
import com.javaonjets.embedded.Servers;
import com.javaonjets.migration.MigrationText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each safe way that is printed runs on a real server, step by step, and nothing is found in its migrations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SafeWaysContract {

    @TempDir
    private Path folder;

    private Lease lease;

    abstract Adapter adapter();

    /** A database of the server's own. */
    abstract String firstDatabase();

    /** Statements that make everything anew. */
    abstract List<String> schema();

    /** Statements in which something is found. */
    abstract List<String> statements();

    @BeforeAll
    void start(@TempDir Path data) {
        lease = EmbeddedDatabase.join(data, adapter(), Servers.binaries());
    }

    @AfterAll
    void stop() {
        lease.close();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void areSafeAndRun(String statement) throws SQLException {
        List<Finding> findings = project(statement).report().findings().stream()
                .filter(finding -> finding.file().endsWith("V1__x.sql"))
                .toList();
        assertThat(findings).isNotEmpty();
        try (Connection connection = DriverManager.getConnection(
                        lease.server().url() + firstDatabase(),
                        lease.server().username(),
                        lease.server().password());
                Statement session = connection.createStatement()) {
            for (String sql : schema()) {
                session.execute(sql);
            }
            for (Finding finding : findings) {
                for (Step step : finding.hazard().safe()) {
                    take(step, session);
                }
            }
        }
    }

    private void take(Step step, Statement session) throws SQLException {
        LintProject project = project(step.sql());
        if (step.kind() == Step.Kind.MIGRATION) {
            assertThat(project.findings("V1__x.sql")).as(step.sql()).isEqualTo("\n");
        }
        for (MigrationText.Statement statement : project.texts().get(1).statements()) {
            session.execute(statement.sql());
        }
    }

    private LintProject project(String sql) {
        return new LintProject(folder, adapter())
                .with("V0__schema.sql", String.join(";\n", schema()) + ";\n")
                .with("V1__x.sql", sql);
    }
}
