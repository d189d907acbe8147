package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.migration.MigrationListener;
import com.javaonjets.migration.MigrationStatus;
import com.javaonjets.migration.Migrator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dump and a load hold to, in whichever way the schema is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaContract {

    @TempDir
    Path project;

    abstract DatabaseConfig newDatabase();

    abstract DumpWay way();

    /** Where programs are looked for. */
    String path() {
        return System.getenv("PATH");
    }

    /** Files of SQL, each of which makes a schema that has something of everything. */
    abstract List<String> schemas();

    @BeforeEach
    void emptyProject() throws IOException {
        Files.createDirectories(project.resolve("db/migrate"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void loadsToAnEqualSchema(String resource) throws Exception {
        DatabaseConfig original = migrated(resource);
        String text = dump(original);
        DatabaseConfig copy = newDatabase();
        loaded(copy, text);
        assertThat(dump(copy)).isEqualTo(text);
        Map<String, List<String>> expected = CatalogRows.of(original);
        Map<String, List<String>> found = CatalogRows.of(copy);
        expected.forEach((query, rows) -> assertThat(found.get(query)).as(query).isEqualTo(rows));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void writesTheSameBytesWithNothingOfTheServerInThem(String resource) throws Exception {
        DatabaseConfig original = migrated(resource);
        String text = dump(original);
        assertThat(dump(original)).isEqualTo(text);
        assertThat(text)
                .doesNotContain(
                        original.host(),
                        original.database(),
                        original.password().orElseThrow(),
                        "restrict")
                .doesNotContain("AUTO_INCREMENT=", "DEFINER=", "jets_metadata", "flyway_schema_history");
    }

    @Test
    void countsTheMigrationsAsApplied() throws Exception {
        migration("V20260101000000__create_posts.sql", "CREATE TABLE posts (id int PRIMARY KEY);");
        migration("V20260102000000__create_tags.sql", "CREATE TABLE tags (id int PRIMARY KEY);");
        migration("R__nothing.sql", "SELECT 1;");
        DatabaseConfig original = newDatabase();
        migrator(original).migrate();
        String text = dump(original);
        assertThat(text.lines().filter(line -> line.startsWith("-- applied: ")))
                .hasSize(3)
                .first()
                .asString()
                .matches(
                        "-- applied: 20260101000000 \\| SQL \\| -?\\d+ \\| create posts \\| V20260101000000__create_posts.sql");
        Files.delete(project.resolve("db/migrate/V20260102000000__create_tags.sql"));
        DatabaseConfig copy = newDatabase();
        loaded(copy, text);
        assertThat(migrator(copy).migrate()).isEmpty();
        assertThat(migrator(copy).status())
                .extracting(MigrationStatus::state)
                .containsExactly(MigrationStatus.State.UP, MigrationStatus.State.MISSING, MigrationStatus.State.UP);
        assertThat(migrator(copy).version()).contains("20260102000000");
    }

    @Test
    void writesTheFileOnlyIfTheSchemaChanged() throws Exception {
        DatabaseConfig original = newDatabase();
        Path file = SchemaDump.file(project, original);
        assertThat(SchemaDump.of(original, file, Optional.of(way()), path()).write())
                .isTrue();
        assertThat(SchemaDump.of(original, file, Optional.of(way()), path()).write())
                .isFalse();
        execute(original, "CREATE TABLE posts (id int PRIMARY KEY)");
        assertThat(SchemaDump.of(original, file, Optional.of(way()), path()).write())
                .isTrue();
        assertThat(file).content().contains("posts");
    }

    @Test
    void refusesADatabaseThatHoldsTables() throws Exception {
        DatabaseConfig filled = newDatabase();
        execute(filled, "CREATE TABLE posts (id int PRIMARY KEY)");
        String text = dump(filled);
        assertThatThrownBy(() -> loaded(filled, text))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("posts")
                .hasMessageContaining("is not empty");
    }

    @Test
    void refusesADatabaseWithAHistory() throws Exception {
        migration("V1__nothing.sql", "SELECT 1;");
        DatabaseConfig migrated = newDatabase();
        migrator(migrated).migrate();
        String text = dump(migrated);
        assertThatThrownBy(() -> loaded(migrated, text))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("migrations count as applied");
    }

    @Test
    void saysWhichLineOfAFileFailed() throws Exception {
        DatabaseConfig copy = newDatabase();
        String text = "-- jets: " + copy.adapter() + ", " + way()
                + "\n\nCREATE TABLE one (id int);\n\nCREATE TABLE two (id nonsense);\n";
        assertThatThrownBy(() -> loaded(copy, text))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("schema.sql failed at line 5")
                .hasMessageContaining("statement: CREATE TABLE two")
                .hasMessageContaining("kept: ")
                .hasMessageContaining("next: ");
        assertThat(CatalogRows.of(copy).toString().contains("flyway_schema_history"))
                .isFalse();
    }

    @Test
    void refusesAFileOfAnotherAdapter() {
        DatabaseConfig copy = newDatabase();
        assertThatThrownBy(() -> loaded(copy, "-- jets: oracle, queries\n"))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("oracle");
    }

    final String dump(DatabaseConfig config) {
        return SchemaDump.of(config, project.resolve("db/none.sql"), Optional.of(way()), path())
                .text();
    }

    final void loaded(DatabaseConfig config, String text) throws IOException {
        Path file = SchemaDump.file(project, config);
        Files.writeString(file, text);
        SchemaLoad.of(config, file).load();
    }

    final DatabaseConfig migrated(String resource) throws IOException {
        migration("V20260101000000__schema.sql", resource(resource));
        Files.writeString(
                project.resolve("db/migrate/V20260101000000__schema.sql.conf"), "placeholderReplacement=false\n");
        DatabaseConfig config = newDatabase();
        migrator(config).migrate();
        return config;
    }

    final void migration(String name, String sql) throws IOException {
        Files.writeString(project.resolve("db/migrate").resolve(name), sql);
    }

    final Migrator migrator(DatabaseConfig config) {
        return Migrator.of(config, List.of(project.resolve("db/migrate")), MigrationListener.SILENT);
    }

    static void execute(DatabaseConfig config, String sql) throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = SchemaContract.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
