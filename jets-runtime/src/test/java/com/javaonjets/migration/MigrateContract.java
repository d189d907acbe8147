package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Environment;
import com.javaonjets.connection.DirectDataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

interface MigrateContract {

    MigrationProject project();

    @Test
    default void saysThatAFileWithoutStatementsChangesNothing() {
        project()
                .with("V1__empty.sql", "-- write here what it does\n")
                .withTable("2", "a")
                .migrator()
                .migrate();

        assertThat(project().heard())
                .containsOnlyOnce(
                        "warned: V1__empty.sql holds no statement: it counts as applied, and the database stays as it is");
        assertThat(project().heard())
                .filteredOn(line -> line.startsWith("warned: "))
                .hasSize(1);
    }

    @Test
    default void appliesWhatIsPendingOldestFirst() {
        project().withTable("2", "posts").withTable("1", "authors").withTable("10", "tags");

        List<Migration> applied = project().migrator().migrate();

        assertThat(applied)
                .containsExactly(
                        new Migration(Optional.of("1"), "create authors", "V1__create_authors.sql"),
                        new Migration(Optional.of("2"), "create posts", "V2__create_posts.sql"),
                        new Migration(Optional.of("10"), "create tags", "V10__create_tags.sql"));
        assertThat(project().tables())
                .containsExactly("authors", "flyway_schema_history", "jets_metadata", "posts", "tags");
        assertThat(project().heard())
                .containsExactly(
                        "UP V1__create_authors.sql",
                        "UP V1__create_authors.sql done",
                        "UP V2__create_posts.sql",
                        "UP V2__create_posts.sql done",
                        "UP V10__create_tags.sql",
                        "UP V10__create_tags.sql done");
    }

    @Test
    default void findsNothingToDoASecondTime() {
        project().withTable("1", "posts").migrator().migrate();
        assertThat(project().migrator().migrate()).isEmpty();
        assertThat(project().versions()).containsExactly("1");
    }

    @Test
    default void appliesAVersionOlderThanTheNewest() {
        project().withTable("20260102000000", "posts").migrator().migrate();
        project().withTable("20260101000000", "authors");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().versions()).containsExactly("20260102000000", "20260101000000");
    }

    @Test
    default void makesTheHistoryAndTheMetadataWhereThereIsNoMigration() {
        MigrationProject project = project();
        assertThat(Migrator.of(project.config(), List.of(project.folder().resolve("missing")), MigrationListener.SILENT)
                        .migrate())
                .isEmpty();
        assertThat(project.tables()).containsExactly("flyway_schema_history", "jets_metadata");
        assertThat(project.versions()).isEmpty();
    }

    @Test
    default void countsEveryFileAsPendingWhereThereAreTablesAndNoHistory() {
        project().execute("create table old (id int)");
        project().withTable("0", "zero").withTable("1", "one").migrator().migrate();
        assertThat(project().versions()).containsExactly("0", "1");
        assertThat(project().tables()).contains("old", "one", "zero");
    }

    @Test
    default void beginsTheHistoryAtABaseline() {
        project().execute("create table posts (id int)");
        project().withTable("1", "posts").withTable("2", "tags");
        project().migrator().baseline("1");
        project().migrator().baseline("1");
        assertThat(project().migrator().version()).contains("1");
        assertThat(project().migrator().migrate()).extracting(Migration::script).containsExactly("V2__create_tags.sql");
    }

    @Test
    default void takesABaselineAfterAMigrateThatFoundNothing() {
        project().migrator().migrate();
        project().withTable("1", "posts").migrator().baseline("1");
        assertThat(project().migrator().migrate()).isEmpty();
    }

    @Test
    default void goesOnWhereAnAppliedFileIsMissing() {
        project().withTable("1", "posts").withTable("3", "tags").migrator().migrate();
        project().remove("V3__create_tags.sql");
        project().withTable("2", "authors");
        assertThat(project().migrator().migrate()).hasSize(1);
    }

    @Test
    default void readsTheNamesOfExistingFlywayProjects() {
        project()
                .with("V1.1__a.sql", "create table a (id int);")
                .with("V1_2__b.sql", "create table b (id int);")
                .with("more/V2.sql", "create table c (id int);")
                .with("B1__baseline.sql", "create table baseline (id int);")
                .with("R__view.sql", "create table r (id int);")
                .with("afterMigrate.sql", "insert into a values (1);")
                .with("beforeEachMigrate__x.sql", "select 1;");
        assertThat(project().migrator().migrate())
                .extracting(Migration::script)
                .containsExactly("B1__baseline.sql", "V1.1__a.sql", "V1_2__b.sql", "more/V2.sql", "R__view.sql");
        assertThat(project().query("select id from a")).containsExactly("1");
    }

    @Test
    default void runsARepeatableMigrationAgainWhenItHasChanged() {
        project()
                .with("R__counter.sql", "create table if not exists counter (id int);")
                .migrator()
                .migrate();
        project().with("R__counter.sql", "insert into counter values (2);");
        assertThat(project().migrator().migrate()).hasSize(1);
        assertThat(project().migrator().migrate()).isEmpty();
        assertThat(project().query("select id from counter")).containsExactly("2");
    }

    @Test
    default void fillsInPlaceholders() {
        project().with("V1__x.sql", "create table ${Name} (id int); insert into ${name} values (7);");
        project().migrator().withPlaceholders(Map.of("name", "posts")).migrate();
        assertThat(project().query("select id from posts")).containsExactly("7");
    }

    @Test
    default void leavesPlaceholdersAloneWhereTheFileSaysSo() {
        project()
                .with("V1__x.sql", "create table t (id varchar(20)); insert into t values ('${name}');")
                .with("V1__x.sql.conf", "placeholderReplacement=false");
        project().migrator().migrate();
        assertThat(project().query("select id from t")).containsExactly("${name}");
    }

    @Test
    default void storesTheEnvironmentThatMadeTheDatabase() {
        Metadata metadata = Metadata.of(project().config());
        assertThat(metadata.environment()).isEmpty();
        project().migrator().migrate();
        assertThat(metadata.environment()).contains("test");
        metadata.store(Environment.PRODUCTION);
        assertThat(metadata.environment()).contains("test");
    }

    @Test
    default void movesToAVersionEitherWay() {
        project().withTable("1", "a").withTable("2", "b").withTable("3", "c");
        assertThat(project().migrator().migrateTo("2")).hasSize(2);
        assertThat(project().migrator().migrateTo("2")).isEmpty();
        assertThat(project().migrator().migrateTo("1"))
                .extracting(Migration::script)
                .containsExactly("V2__create_b.sql");
        assertThat(project().migrator().migrateTo("3")).hasSize(2);
        assertThat(project().migrator().migrateTo("0"))
                .extracting(Migration::script)
                .containsExactly("V3__create_c.sql", "V2__create_b.sql", "V1__create_a.sql");
        assertThat(project().migrator().migrateTo("0")).isEmpty();
    }

    @Test
    default void plansWithoutTouchingTheDatabase() {
        project()
                .with("V2__b.sql", "create table b (id int);\n")
                .with("V1__a.sql", "-- ${x}\ncreate table a (id int);\n");
        assertThat(project().migrator().withPlaceholders(Map.of("x", "y")).plan())
                .containsExactly(
                        new PlannedMigration(
                                new Migration(Optional.of("1"), "a", "V1__a.sql"), "-- y\ncreate table a (id int);\n"),
                        new PlannedMigration(
                                new Migration(Optional.of("2"), "b", "V2__b.sql"), "create table b (id int);\n"));
        assertThat(project().tables()).isEmpty();
    }

    @Test
    default void writesAHistoryThatFlywayItselfAgreesWith() {
        project()
                .withTable("1", "a")
                .with("below/V1_1__b.sql", "\uFEFFcreate table b (id int);\r\n-- \u00e9\r\n")
                .with("R__r.sql", "select '${x}';")
                .migrator()
                .withPlaceholders(Map.of("x", "y"))
                .migrate();
        assertThat(Flyway.configure()
                        .loggers(FlywayLog.class.getName())
                        .dataSource(DirectDataSource.of(project().config()))
                        .locations("filesystem:" + project().folder())
                        .placeholders(Map.of("x", "y"))
                        .load()
                        .validateWithResult()
                        .invalidMigrations)
                .isEmpty();
    }
}
