package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationTest extends ProjectTest {

    @Test
    void readsAFileOfJetsWithAnEmptyEnvironment() throws IOException {
        writeFixture("jets.yml");

        assertThat(read("development").databases())
                .containsExactly(DatabaseConfig.builder(Environment.DEVELOPMENT, Adapter.MYSQL, "shop_development")
                        .encoding(Optional.of("utf8mb4"))
                        .pool(5)
                        .username("root")
                        .build());
    }

    @Test
    void readsAFileOfJetsWithVariablesSet() throws IOException {
        variables.putAll(Map.of("SHOP_POOL", "3", "SHOP_NAME", "other", "SHOP_PASSWORD", "ab #cd", "SHOP_HOST", "db"));
        writeFixture("jets.yml");

        DatabaseConfig config = read("development").primary();
        assertThat(config.pool()).contains(3);
        assertThat(config.database()).isEqualTo("other");
        assertThat(config.password()).contains("ab #cd");
        assertThat(config.host()).isEqualTo("db");
    }

    @Test
    void readsSeveralDatabasesInTheOrderOfTheFile() throws IOException {
        variables.put("SHOP_PASSWORD", "secret");
        writeFixture("several.yml");

        Configuration configuration = read("production");
        assertThat(configuration.databases())
                .extracting(DatabaseConfig::name)
                .containsExactly("primary", "primary_replica", "analytics", "cache");
        assertThat(configuration.primary().name()).isEqualTo("primary");
        assertThat(configuration.primary().pool()).contains(5);
        assertThat(configuration.primary().host()).isEqualTo("127.0.0.1");
        assertThat(configuration.primary().properties())
                .containsExactly(Map.entry("options", "-c statement_timeout=20000"));
        assertThat(configuration.database("primary_replica").replica()).isTrue();
        assertThat(configuration.database("analytics").migrationsPaths()).containsExactly("db/warehouse_migrate");
        assertThat(configuration.database("cache").migrationsPaths()).containsExactly("db/cache_migrate");
        assertThat(configuration.databases())
                .extracting(DatabaseConfig::databaseTasks)
                .containsExactly(true, false, true, false);
    }

    @Test
    void readsEveryKey() throws IOException {
        writeFixture("everything.yml");

        assertThat(read("production").primary())
                .isEqualTo(DatabaseConfig.builder(Environment.PRODUCTION, Adapter.POSTGRESQL, "shop")
                        .host("db.example.com")
                        .port(6543)
                        .username("shop")
                        .password("012345")
                        .encoding(Optional.of("UTF8"))
                        .collation(Optional.of("de_DE.UTF-8"))
                        .ctype(Optional.of("C"))
                        .template(Optional.of("template_gis"))
                        .pool(4)
                        .connectTimeout(Duration.ofMillis(2500))
                        .migrationsPaths(List.of("db/migrate", "db/more"))
                        .ssl(Optional.of("verify-full"))
                        .sslrootcert(Optional.of("certificates/ca.pem"))
                        .serverVersion(Optional.of("17"))
                        .idleLimit(Duration.ofMinutes(5))
                        .pingAfter(Duration.ofMillis(500))
                        .reset(true)
                        .properties(Map.of("ApplicationName", "shop", "loginTimeout", "3"))
                        .credentials(Optional.of("iam"))
                        .build());
    }

    @Test
    void findsACertificateInTheProjectOfAGoalThatRunsElsewhere() throws IOException {
        Path resources = Files.createDirectories(project.resolve("src/main/resources"));
        Path resource = Files.createFile(resources.resolve("ca.pem"));

        assertThat(withKeys("sslrootcert: ca.pem").sslrootcert()).contains(resource.toString());

        Path file = Files.createFile(project.resolve("config/ca.pem"));
        assertThat(withKeys("sslrootcert: config/ca.pem").sslrootcert()).contains(file.toString());
        assertThat(withKeys("sslrootcert: elsewhere.pem").sslrootcert()).contains("elsewhere.pem");
    }

    @Test
    void knowsTheKeysOfRails() throws IOException {
        writeFixture("rails-keys.yml");

        Configuration configuration = read("production");
        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.primary().adapter()).isEqualTo(Adapter.MYSQL);
        assertThat(configuration.primary().username()).contains("root");
        assertThat(configuration.primary().password()).isEmpty();
        assertThat(configuration.primary().sslrootcert()).contains("ca.pem");
        assertThat(configuration.primary().properties())
                .containsOnly(
                        Map.entry("sslMode", "VERIFY_IDENTITY"),
                        Map.entry(
                                "sessionVariables",
                                "sql_mode='TRADITIONAL',max_execution_time=5000,time_zone='it''s'"));
    }

    @Test
    void takesTheFirstDatabaseForThePrimaryWhereNoneIsNamedSo() {
        write("""
                development:
                  writer: {adapter: mysql, database: one}
                  reader: {adapter: mysql, database: two}
                """);

        assertThat(read("development").primary().name()).isEqualTo("writer");
        assertThat(read("development").primary().migrationsPaths()).containsExactly("db/migrate");
        assertThat(read("development").database("reader").migrationsPaths()).containsExactly("db/reader_migrate");
    }

    @Test
    void takesADatabaseNamedLikeAKeyForADatabase() {
        write("""
                development:
                  primary: {adapter: mysql, database: one}
                  replica: {adapter: mysql, database: one, replica: true}
                """);

        assertThat(read("development").database("replica").replica()).isTrue();
    }

    @Test
    void namesTheDatabasesThereAreWhenAskedForAnother() {
        withKeys("");

        assertThatThrownBy(() -> read("development").database("analytics"))
                .isInstanceOf(JetsException.class)
                .hasMessage("no database 'analytics' in config/database.yml, development; it has primary");
    }

    @Test
    void saysWhatToDoWithoutAFile() {
        assertRefused("development")
                .hasMessage(
                        "no config/database.yml in " + project + "; write one with a section 'development:' that has "
                                + "the keys adapter and database, or set DATABASE_URL");
    }

    @Test
    void namesTheEnvironmentsThereAreWhenAskedForAnother() {
        write("default: {adapter: mysql}\ndevelopment: {database: one}\ntest: {database: two}\nstaging:\n");

        assertRefused("production")
                .hasMessage(
                        "no environment 'production' in config/database.yml; it has development, test; "
                                + "add the section 'production:', or choose another one by JETS_ENV, or, in Maven, by -Djets.env");
        assertRefused("staging").hasMessageStartingWith("no environment 'staging' in config/database.yml; it has");
    }

    @Test
    void needsNoFileAndNoSectionWhereDatabaseUrlIsSet() {
        variables.put("DATABASE_URL", "mysql2://root@db.example.com/shop");
        assertThat(read("production").primary().url()).isEqualTo("jdbc:mysql://db.example.com:3306/shop");

        write("");
        assertThat(read("production").primary().host()).isEqualTo("db.example.com");

        write("development: {adapter: postgresql, database: one}\n");
        assertThat(read("production").primary().host()).isEqualTo("db.example.com");
    }

    @Test
    void refusesASectionThatMixesDatabasesWithKeys() {
        write("""
                default: &default
                  adapter: mysql
                  pool: 5
                development:
                  <<: *default
                  primary:
                    database: one
                """);

        assertRefused("development")
                .hasMessage("config/database.yml, development, line 5 mixes databases (primary) with keys "
                        + "(adapter, pool); expected the keys below each database");
    }

    @Test
    void takesASectionWithAMapOfItsOwnForOneDatabase() {
        DatabaseConfig config = withKeys("cluster: {name: x}\nproperties: {ApplicationName: shop}");

        assertThat(config.properties()).containsExactly(Map.entry("ApplicationName", "shop"));
    }

    @Test
    void takesASectionThatIsATextForAUrl() {
        write("development: postgres://shop@db.example.com/shop\n");

        assertThat(read("development").primary().url()).isEqualTo("jdbc:postgresql://db.example.com:5432/shop");
    }

    @Test
    void readsTheClassPathBeforeTheWorkingFolder() throws IOException {
        write("development: {adapter: mysql, database: from_class_path}\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {project.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);

            assertThat(Configuration.find(Environment.DEVELOPMENT, Map.of())
                            .primary()
                            .database())
                    .isEqualTo("from_class_path");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void saysWhereItLookedForAFile() {
        assertThatThrownBy(() -> Configuration.find(Environment.PRODUCTION, Map.of()))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("no config/database.yml on the class path or in /")
                .hasMessageEndingWith(
                        "; write one with a section 'production:' that has the keys adapter and database, "
                                + "or set DATABASE_URL");
    }
}
