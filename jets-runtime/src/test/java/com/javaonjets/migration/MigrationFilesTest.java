package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.migration.MigrationFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationFilesTest {

    private static final String SHAPES =
            "expected V<version>__<name>.sql, U<version>__<name>.sql, R__<name>.sql, such as V20260102030405__create_posts.sql";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "V20260102030405__create_posts.sql, VERSIONED, 20260102030405, create posts",
        "V1__x.sql, VERSIONED, 1, x",
        "V1.2.3__x.sql, VERSIONED, 1.2.3, x",
        "V1_2__x.sql, VERSIONED, 1.2, x",
        "V1.sql, VERSIONED, 1, ''",
        "V1___x.sql, VERSIONED, 1, ' x'",
        "U1__x.sql, UNDO, 1, x",
        "B1__x.sql, BASELINE, 1, x",
        "below/V1__x.sql, VERSIONED, 1, x",
    })
    void understandsVersions(String name, Kind kind, String version, String description) throws IOException {
        MigrationFile file = only(name);
        assertThat(file.kind()).isEqualTo(kind);
        assertThat(file.version().orElseThrow().getVersion()).isEqualTo(version);
        assertThat(file.description()).isEqualTo(description);
        assertThat(file.script()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "R__the_view.sql, REPEATABLE, the view",
        "afterMigrate.sql, CALLBACK, ''",
        "beforeEachMigrate__log_it.sql, CALLBACK, log it",
    })
    void understandsNamesWithoutVersion(String name, Kind kind, String description) throws IOException {
        MigrationFile file = only(name);
        assertThat(file.kind()).isEqualTo(kind);
        assertThat(file.version()).isEmpty();
        assertThat(file.description()).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1_x.sql",
                "v1__x.sql",
                "V1__x.SQL",
                "V__x.sql",
                "V1x__y.sql",
                "R1__x.sql",
                "r__x.sql",
                "U_1__x.sql"
            })
    void refusesANameThatIsNearlyAMigrations(String name) throws IOException {
        Path path = write(name);
        assertThatThrownBy(this::read)
                .isInstanceOf(JetsException.class)
                .hasMessage("not a migration's name: " + path + "; " + SHAPES + "; rename it");
    }

    @Test
    void refusesSeveralAtOnce() throws IOException {
        Path one = write("V1_x.sql");
        Path two = write("v2__x.sql");
        assertThatThrownBy(this::read)
                .hasMessage("not a migration's name: " + one + ", " + two + "; " + SHAPES + "; rename them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create.sql", "V1__x.sql.orig", "V2__x.sh", "dump/data.sql"})
    void warnsOfWhatIsNotRun(String name) throws IOException {
        Path path = write(name);
        MigrationFiles files = read();
        assertThat(files.files()).isEmpty();
        assertThat(files.warnings()).containsExactly(path + " is not run: its name is not a migration's; " + SHAPES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", ".V1__x.sql", ".gitkeep", "V1__x.sql.conf"})
    void saysNothingOfWhatIsNotMeantToRun(String name) throws IOException {
        write(name);
        assertThat(read()).isEqualTo(new MigrationFiles(java.util.Map.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "V1__a.sql, V1__b.sql, version 1",
        "V01.0__a.sql, V1__b.sql, version 01.0",
        "U1__a.sql, below/U1__a.sql, version 1",
        "R__a.sql, below/R__a.sql, the name R__a.sql",
    })
    void refusesTheSameMigrationTwice(String one, String two, String what) throws IOException {
        Path first = write(one);
        Path second = write(two);
        assertThatThrownBy(this::read)
                .isInstanceOf(JetsException.class)
                .hasMessage("two files have " + what + ": " + first + " and " + second + "; give one of them another");
    }

    @Test
    void refusesTheSameMigrationInTwoFolders() throws IOException {
        Path first = write("one/V1__a.sql");
        Path second = write("two/V1__a.sql");
        assertThatThrownBy(() -> MigrationFiles.in(List.of(folder.resolve("one"), folder.resolve("two"))))
                .hasMessage("two files have version 1: " + first + " and " + second + "; give one of them another");
    }

    @Test
    void takesAFolderThatIsMissingForAnEmptyOne() {
        assertThat(MigrationFiles.in(List.of(folder.resolve("missing"))).files())
                .isEmpty();
    }

    private MigrationFile only(String name) throws IOException {
        write(name);
        MigrationFiles files = read();
        assertThat(files.warnings()).isEmpty();
        assertThat(files.files()).hasSize(1);
        return files.files().values().iterator().next();
    }

    private MigrationFiles read() {
        return MigrationFiles.in(List.of(folder));
    }

    private Path write(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "");
    }
}
