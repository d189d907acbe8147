package com.javaonjets.generate;

import static com.javaonjets.config.Adapter.MYSQL;
import static com.javaonjets.config.Adapter.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationGeneratorTest {

    /** A quarter past one in the night in Berlin, when it is still the day before in UTC. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T23:15:07.9Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path project;

    @Test
    void writesAPairOfFilesIntoANewFolder() {
        GeneratedMigration migration = generator().generate("CreatePosts", "title:string");
        Path folder = folder();
        assertThat(migration.up()).isEqualTo(folder.resolve("V20261122231507__create_posts.sql"));
        assertThat(migration.down()).isEqualTo(folder.resolve("U20261122231507__create_posts.sql"));
        assertThat(migration.notes()).isEmpty();
        assertThat(files()).containsExactly("U20261122231507__create_posts.sql", "V20261122231507__create_posts.sql");
        assertThat(migration.up()).hasContent("""
                CREATE TABLE `posts` (
                  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  `title` varchar(255),
                  `created_at` datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
                  `updated_at` datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)) ON UPDATE CURRENT_TIMESTAMP(6)
                );
                """);
        assertThat(migration.down()).hasContent("""
                DROP TABLE `posts`;
                """);
    }

    @Test
    void endsLinesAsUnixDoesEverywhere() throws IOException {
        GeneratedMigration migration = generator().generate("create_posts", "");
        assertThat(Files.readString(migration.up())).doesNotContain("\r").endsWith(");\n");
    }

    @Test
    void writesInTheDialectOfTheAdapter() {
        assertThat(MigrationGenerator.of(POSTGRESQL, folder(), CLOCK)
                        .generate("drop_cache", "x")
                        .notes())
                .hasSize(1);
        assertThat(MigrationGenerator.of(POSTGRESQL, folder(), CLOCK)
                        .generate("create_posts", "")
                        .down())
                .hasContent("DROP TABLE \"posts\";\n");
    }

    @Test
    void countsOnWhereTheClockIsNotPastTheNewest() {
        generator().generate("create_posts", "");
        generator().generate("create_tags", "");
        assertThat(generator().generate("create_users", "").up()).hasFileName("V20261122231509__create_users.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "V1__init.sql, V20261122231507__create_posts.sql",
        "V1.2__init.sql, V20261122231507__create_posts.sql",
        "V30000101000000__from_a_branch.sql, V30000101000001__create_posts.sql",
        "V30000101000000_5__from_a_branch.sql, V30000101000001__create_posts.sql",
        "V99999999999999999999__init.sql, V100000000000000000000__create_posts.sql",
        "U30000101000000__left_behind.sql, V30000101000001__create_posts.sql",
        "R__views.sql, V20261122231507__create_posts.sql",
        "V30000101000000__notes.txt, V20261122231507__create_posts.sql",
    })
    void takesAVersionPastEveryOther(String present, String expected) throws IOException {
        put(present);
        assertThat(generator().generate("create_posts", "").up()).hasFileName(expected);
    }

    @Test
    void readsTheFoldersBelowToo() throws IOException {
        put("2030/V30000101000000__create_users.sql");
        assertThat(generator().generate("create_posts", "").up())
                .isEqualTo(folder().resolve("V30000101000001__create_posts.sql"));
        assertRefused(
                "create_users",
                "a migration named 'create_users' exists already: "
                        + folder().resolve("2030/V30000101000000__create_users.sql")
                        + "; choose another name, or delete that pair of files if it was never applied");
    }

    @ParameterizedTest
    @CsvSource({"V7__create_posts.sql", "V7__CreatePosts.sql", "V7.1__create posts.sql"})
    void refusesANameThatIsThere(String present) throws IOException {
        put(present);
        assertRefused(
                "CreatePosts",
                "a migration named 'create_posts' exists already: " + folder().resolve(present)
                        + "; choose another name, or delete that pair of files if it was never applied");
        assertThat(files()).containsExactly(present);
    }

    @Test
    void takesANameOfWhichOnlyTheWayBackIsLeft() throws IOException {
        put("U7__create_posts.sql");
        generator().generate("create_posts", "");
        assertThat(files()).hasSize(3);
    }

    @Test
    void writesNoFileForWhatItRefuses() {
        assertRefused(
                "../evil",
                "the migration name '../evil' is not made of letters a to z, digits and '_' alone;"
                        + " write one such as create_posts or AddTitleToPosts");
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> generator().generate("create_posts", "title:nonsense"));
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void followsALinkToTheFolder() throws IOException {
        Path elsewhere = Files.createDirectory(project.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("V30000101000000__x.sql"), "");
        Files.createDirectory(project.resolve("db"));
        Files.createSymbolicLink(folder(), elsewhere);
        assertThat(generator().generate("create_posts", "").up())
                .isEqualTo(folder().resolve("V30000101000001__create_posts.sql"))
                .exists();
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        Files.createDirectory(project.resolve("db"));
        Files.writeString(folder(), "a file");
        assertRefused(
                "create_posts", folder() + " is a file, but the migrations' folder should be there; move it away");
    }

    /** The exception between is the JDK's, and not the same in each. */
    @Test
    void saysWhatKeptItFromWriting() throws IOException {
        Path file = Files.writeString(project.resolve("db"), "a file");
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> generator().generate("create_posts", ""))
                .withMessageStartingWith("cannot write the migration 'create_posts' into " + folder() + ": File")
                .withMessageContaining("Exception " + file)
                .withMessageEndingWith("; check that one may write there");
    }

    private MigrationGenerator generator() {
        return MigrationGenerator.of(MYSQL, folder(), CLOCK);
    }

    private Path folder() {
        return project.resolve("db").resolve("migrate");
    }

    private void put(String file) throws IOException {
        Path path = folder().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }

    private List<String> files() {
        try (Stream<Path> all = Files.list(folder())) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(String name, String sentence) {
        assertThatExceptionOfType(JetsException.class)
                .isThrownBy(() -> generator().generate(name, ""))
                .withMessage(sentence);
    }
}
