package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.migration.FlywayScripts.FailedStatement;
import com.javaonjets.migration.Script.ScriptStatement;
import com.javaonjets.testing.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this project relies on in Flyway's internal classes; an upgrade that changes it fails here first. */
final class FlywayScriptsTest {

    @TempDir
    private Path folder;

    @Test
    void knowsStatementsTheirLinesAndWhatRunsOutsideATransaction() throws Exception {
        MigrationProject project = MigrationProject.of(TestServers.postgresql(), folder)
                .with(
                        "V1__x.sql",
                        "create table t (id int);\n\n-- the index\ncreate index concurrently i on t (id);\n");
        Dialect dialect = Dialect.of(project.config().adapter());
        MigrationFiles files = MigrationFiles.in(List.of(folder));
        MigrationFile file = files.file("V1__x.sql").orElseThrow();
        try (Session session = Session.open(DirectDataSource.of(project.config()), dialect)) {
            FlywayEngine engine = new FlywayEngine(session, dialect, files, Map.of(), List.of());
            engine.infos();

            assertThat(engine.scripts().read(file))
                    .isEqualTo(new Script(
                            file,
                            List.of(
                                    new ScriptStatement(1, "create table t (id int)", true),
                                    new ScriptStatement(
                                            4, "-- the index\ncreate index concurrently i on t (id)", false)),
                            false));

            engine.scripts().run(file, session.connection());
            assertThat(project.tables()).containsExactly("t");

            Throwable thrown = Assertions.catchThrowable(() -> engine.scripts().run(file, session.connection()));
            assertThat(thrown).isInstanceOf(FlywayException.class);
            FailedStatement failed = FlywayScripts.failed(thrown).orElseThrow();
            assertThat(failed.script()).isEqualTo("V1__x.sql");
            assertThat(failed.line()).isEqualTo(1);
            assertThat(failed.sql()).isEqualTo("create table t (id int)");
            assertThat(failed.server().getSQLState()).isEqualTo("42P07");
        }
    }
}
