package com.javaonjets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.database.dump.DumpWay;
import com.javaonjets.database.dump.SchemaDump;
import com.javaonjets.migration.Metadata;
import com.javaonjets.migration.MigrationListener;
import com.javaonjets.migration.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whole databases, made, filled and removed; each test has one of its own. */
@Execution(ExecutionMode.CONCURRENT)
abstract class DatabasesContract {

    private static final int AT_ONCE = 4;

    private final DatabaseConfig config;

    @TempDir
    private Path folder;

    DatabasesContract(DatabaseConfig config) {
        this.config = config;
    }

    /** The sentence on a session of the test's in the database, as a pattern. */
    abstract String otherSession();

    /** A query for encoding and collation of the database. */
    abstract String encodingQuery();

    /** An encoding that is not the usual one, and what the query gives for it. */
    abstract List<String> unusualEncoding();

    abstract List<String> usualEncoding();

    /** A collation that goes with the usual encoding and is not the usual one. */
    abstract String unusualCollation();

    /** What the server says to a collation {@code nowhere}. */
    abstract String unknownCollation();

    final DatabaseConfig config() {
        return config;
    }

    @AfterEach
    void dropDatabase() {
        DatabaseRemoval.drop(config, true);
    }

    @Test
    void createsOnceAndDropsOnce() {
        assertThat(DatabaseCreation.createIfMissing(config)).isTrue();
        assertThat(DatabaseCreation.createIfMissing(config)).isFalse();
        assertThat(DatabaseRemoval.drop(config, false)).isTrue();
        assertThat(DatabaseRemoval.drop(config, false)).isFalse();
        assertThat(DatabaseRemoval.drop(config, true)).isFalse();
        assertThat(DatabaseCreation.exists(config)).isFalse();
    }

    @Test
    void createsInTheUsualEncoding() {
        DatabaseCreation.createIfMissing(config);
        assertThat(TestDatabases.query(config, encodingQuery())).isEqualTo(usualEncoding());
    }

    @Test
    void createsInTheEncodingOfTheConfiguration() {
        DatabaseConfig unusual = config.toBuilder()
                .encoding(Optional.of(unusualEncoding().get(0)))
                .build();
        DatabaseCreation.createIfMissing(unusual);
        assertThat(TestDatabases.query(config, encodingQuery())).isEqualTo(unusualEncoding());
    }

    @Test
    void createsWithTheCollationOfTheConfiguration() {
        DatabaseConfig unusual =
                config.toBuilder().collation(Optional.of(unusualCollation())).build();
        DatabaseCreation.createIfMissing(unusual);
        List<String> expected = List.of(usualEncoding().get(0), unusualCollation());
        assertThat(TestDatabases.query(config, encodingQuery())).isEqualTo(expected);
        DatabaseCreation.recreate(unusual);
        assertThat(TestDatabases.query(config, encodingQuery())).isEqualTo(expected);
    }

    @Test
    void tellsWhatTheConfigurationAskedForThatTheServerRefuses() {
        DatabaseConfig refused = config.toBuilder()
                .encoding(Optional.of(usualEncoding().get(0)))
                .collation(Optional.of("nowhere"))
                .build();
        assertThatThrownBy(() -> DatabaseCreation.createIfMissing(refused))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith(
                        "could not create the database '" + config.database() + "': " + unknownCollation())
                .hasMessageEndingWith("\n  config/database.yml has for it: encoding: "
                        + usualEncoding().get(0) + ", collation: nowhere");
        assertThat(DatabaseCreation.exists(config)).isFalse();
    }

    @Test
    void letsSeveralCreateAtOnce() throws Exception {
        assertThat(atOnce(() -> DatabaseCreation.createIfMissing(config)))
                .containsOnly(true, false)
                .containsOnlyOnce(true);
        assertThat(DatabaseCreation.exists(config)).isTrue();
    }

    @Test
    void letsSeveralDropAtOnce() throws Exception {
        migrated(config);
        atOnce(() -> {
            new Safeguard(Optional.empty()).check(config);
            return DatabaseRemoval.drop(config, false);
        });
        assertThat(DatabaseCreation.exists(config)).isFalse();
    }

    @Test
    void namesTheSessionsThatKeepADatabaseFromBeingDropped() throws SQLException {
        DatabaseCreation.createIfMissing(config);
        try (Connection other = DirectDataSource.of(config).getConnection()) {
            assertThat(other.isValid(5)).isTrue();
            assertThatThrownBy(() -> DatabaseRemoval.drop(config, false))
                    .isInstanceOf(JetsException.class)
                    .hasMessageMatching("the database '" + config.database()
                            + "' is in use by 1 other session; it was not dropped:\n  "
                            + config.username().orElseThrow() + " from " + otherSession()
                            + "\n  next: end what has opened it,"
                            + " or run it again with -Djets\\.disconnect, which ends other sessions");
            assertThat(other.isValid(5)).isTrue();
            assertThat(DatabaseRemoval.drop(config, true)).isTrue();
            assertThat(other.isValid(5)).isFalse();
        }
    }

    @Test
    void dropsWhatNobodyUsesAnyMore() throws SQLException {
        DatabaseCreation.createIfMissing(config);
        for (int i = 0; i < 5; i++) {
            DirectDataSource.of(config).getConnection().close();
        }
        assertThat(DatabaseRemoval.drop(config, false)).isTrue();
    }

    /** What the configuration at hand calls it, which is development, makes no difference. */
    @Test
    void keepsProductionUnlessItsNameIsGiven() {
        DatabaseCreation.createIfMissing(config);
        Metadata.of(config).store(Environment.PRODUCTION);
        String reason = "refused: that would destroy the database '" + config.database() + "' at " + config.host() + ":"
                + config.port() + ", whose table jets_metadata says that it is of environment production";
        String next = "; nothing was changed\n  next: if it is the one you mean, and nobody needs what is in it,"
                + " run it again with -Djets.force=" + config.database();
        assertThatThrownBy(() -> new Safeguard(Optional.empty()).check(config))
                .isInstanceOf(JetsException.class)
                .hasMessage(reason + next);
        assertThatThrownBy(() -> new Safeguard(Optional.of("true")).check(config))
                .isInstanceOf(JetsException.class)
                .hasMessage(reason + "; -Djets.force=true names another database" + next);
        new Safeguard(Optional.of(config.database())).check(config);
        assertThatThrownBy(() -> Safeguard.refuseTests(config))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("refused: the tests would run on the database '" + config.database())
                .hasMessageContaining(" says that it is of environment production; nothing was run\n  next: ");
    }

    /** As where a variable that one shell has set is forgotten in another. */
    @Test
    void keepsWhatAnotherEnvironmentMade() {
        DatabaseCreation.createIfMissing(config);
        Metadata.of(config).store(new Environment("staging"));
        assertThatThrownBy(() -> new Safeguard(Optional.empty()).check(config))
                .isInstanceOf(JetsException.class)
                .hasMessage("refused: that would destroy the database '" + config.database() + "' at " + config.host()
                        + ":" + config.port() + ", whose table jets_metadata says that it is of environment staging,"
                        + " and this is environment " + config.environment() + "; nothing was changed\n  next: if it is"
                        + " the one you mean, and nobody needs what is in it, run it again with -Djets.force="
                        + config.database());
        new Safeguard(Optional.of(config.database())).check(config);
    }

    /** Through a tunnel its address is this machine's, and plain Flyway leaves no word of who made it. */
    @Test
    void keepsWhatIsProductionsByTheFileAlone() throws SQLException {
        DatabaseConfig production = DatabaseConfig.builder(Environment.PRODUCTION, config.adapter(), config.database())
                .host(config.host())
                .port(config.port())
                .username(config.username())
                .password(config.password())
                .build();
        DatabaseCreation.createIfMissing(production);
        new Safeguard(Optional.empty()).check(production);
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id int)");
        }

        assertThatThrownBy(() -> new Safeguard(Optional.empty()).check(production))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("refused: that would destroy the database '" + config.database() + "' at "
                        + config.host() + ":" + config.port() + ", which is production's by config/database.yml");
        new Safeguard(Optional.of(config.database())).check(production);
    }

    @Test
    void makesNothingAnewForTheTestsThatAnotherEnvironmentMade() {
        DatabaseCreation.createIfMissing(config);
        Safeguard.refuseAnew(config);
        Metadata.of(config).store(new Environment("staging"));

        assertThatThrownBy(() -> Safeguard.refuseAnew(config))
                .isInstanceOf(JetsException.class)
                .hasMessage("refused: the database '" + config.database() + "' at " + config.host() + ":"
                        + config.port() + " would be made anew for the tests, and its table jets_metadata says that it"
                        + " is of environment staging; nothing was changed\n  next: give the tests a database of"
                        + " another name, in config/database.yml, test");
    }

    @Test
    void keepsADatabaseElsewhereThatNothingTellsOf() {
        DatabaseConfig elsewhere = elsewhere();
        new Safeguard(Optional.empty()).check(elsewhere);
        DatabaseCreation.createIfMissing(config);
        new Safeguard(Optional.empty()).check(config);
        assertThatThrownBy(() -> new Safeguard(Optional.empty()).check(elsewhere))
                .isInstanceOf(JetsException.class)
                .hasMessage("refused: that would destroy the database '" + config.database() + "' at 127.1:"
                        + config.port() + ", which is not on this machine and whose table jets_metadata does not say"
                        + " which environment it is of; nothing was changed\n  next: if it is the one you mean,"
                        + " and nobody needs what is in it, run it again with -Djets.force=" + config.database());
        new Safeguard(Optional.of(config.database())).check(elsewhere);
        migrated(config);
        new Safeguard(Optional.empty()).check(elsewhere);
    }

    @Test
    void keepsWhatIsNotForGoals() {
        DatabaseConfig foreign = config.toBuilder().databaseTasks(false).build();
        assertThatThrownBy(() -> new Safeguard(Optional.of(config.database())).check(foreign))
                .isInstanceOf(JetsException.class)
                .hasMessage("refused, since the database '" + config.database() + "' at " + config.host() + ":"
                        + config.port() + " is a replica, or has database_tasks: false, and is not for goals to change;"
                        + " nothing was changed");
    }

    @Test
    void setsUpADatabaseWithItsTablesAndSeeds() {
        List<String> said = new ArrayList<>();
        setup(said).setUp();
        assertThat(said)
                .containsExactly("created", "seeded from db/seeds.sql and db/seeds/development.sql: 2 statements");
        assertThat(TestDatabases.query(config, "select title from posts order by id"))
                .containsExactly("one", "two");
    }

    @Test
    void setsUpADatabaseFromItsSchemasFile() {
        setup(new ArrayList<>()).setUp();
        SchemaDump.of(config, schema(), Optional.of(DumpWay.QUERIES)).write();
        DatabaseRemoval.drop(config, true);
        List<String> said = new ArrayList<>();
        setup(said).setUp();
        assertThat(said)
                .containsExactly(
                        "created",
                        "schema loaded from db/schema.sql",
                        "seeded from db/seeds.sql and db/seeds/development.sql: 2 statements");
        assertThat(TestDatabases.query(config, "select title from posts order by id"))
                .containsExactly("one", "two");
    }

    @Test
    void preparesADatabaseAndSeedsItOnce() {
        List<String> said = new ArrayList<>();
        setup(said).prepare();
        setup(said).prepare();
        assertThat(said)
                .containsExactly(
                        "created",
                        "seeded from db/seeds.sql and db/seeds/development.sql: 2 statements",
                        "exists already",
                        "nothing to migrate");
        assertThat(TestDatabases.query(config, "select title from posts order by id"))
                .containsExactly("one", "two");
    }

    @Test
    void seedsADatabaseThatWasThereAndEmpty() {
        DatabaseCreation.createIfMissing(config);
        List<String> said = new ArrayList<>();
        setup(said).prepare();
        assertThat(said)
                .containsExactly(
                        "exists already", "seeded from db/seeds.sql and db/seeds/development.sql: 2 statements");
    }

    @Test
    void seedsNothingIntoADatabaseThatIsInUse() {
        DatabaseCreation.createIfMissing(config);
        TestDatabases.execute(config, "create table old (id int)");
        setup(new ArrayList<>()).prepare();
        assertThat(TestDatabases.query(config, "select title from posts")).isEmpty();
    }

    @Test
    void seedsOnceWhereSeveralPrepareAtOnce() throws Exception {
        atOnce(() -> {
            setup(new ArrayList<>()).prepare();
            return true;
        });
        assertThat(TestDatabases.query(config, "select title from posts order by id"))
                .containsExactly("one", "two");
    }

    @Test
    void seedsNothingWhileMigrationsArePending() {
        DatabaseCreation.createIfMissing(config);
        Project project = project();
        Throwable refusal = catchThrowable(() -> project.seeding(config).run(project.migrator(config)));
        assertThat(refusal)
                .isInstanceOf(JetsException.class)
                .hasMessage("db-seed needs a database without pending migrations, and " + config.database()
                        + " (development) has 1; nothing was run:\n  V1__create_posts.sql"
                        + "\n  next: mvn jets:db-migrate, then again");
    }

    @Test
    void saysThatThereIsNothingToSeed() throws IOException {
        Project project = project();
        Files.delete(folder.resolve("db/seeds.sql"));
        Files.delete(folder.resolve("db/seeds/development.sql"));
        DatabaseCreation.createIfMissing(config);
        assertThat(project.seeding(config).run(project.migrator(config)))
                .isEqualTo("nothing to seed: there is no db/seeds.sql and no db/seeds/development.sql");
        DatabaseConfig analytics = config.toBuilder().name("analytics").build();
        assertThat(Seeding.of(analytics, false, folder, Map.of()).names())
                .containsExactly("db/analytics_seeds.sql", "db/analytics_seeds/development.sql");
    }

    private void migrated(DatabaseConfig database) {
        DatabaseCreation.createIfMissing(database);
        project().migrator(database).migrate();
    }

    private Path schema() {
        return folder.resolve("db/schema.sql");
    }

    private Setup setup(List<String> said) {
        Project project = project();
        return new Setup(config, project.migrator(config), schema(), Optional.of(project.seeding(config)), said::add);
    }

    /** The same server by an address that no pattern takes for this machine's. */
    private DatabaseConfig elsewhere() {
        return config.toBuilder().host("127.1").build();
    }

    private record Project(Path folder) {

        Migrator migrator(DatabaseConfig config) {
            return Migrator.of(config, List.of(folder.resolve("db/migrate")), MigrationListener.SILENT);
        }

        Seeding seeding(DatabaseConfig config) {
            return Seeding.of(config, true, folder, Map.of());
        }

        Project with(String name, String text) {
            try {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), text);
                return this;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Project project() {
        return new Project(folder)
                .with("db/migrate/V1__create_posts.sql", "create table posts (id int, title varchar(80));")
                .with("db/seeds.sql", "insert into posts values (1, 'one');")
                .with("db/seeds/development.sql", "insert into posts values (2, 'two');");
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CountDownLatch start = new CountDownLatch(AT_ONCE);
            Callable<T> started = () -> {
                start.countDown();
                start.await();
                return work.call();
            };
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(AT_ONCE, started))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
