package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsTest extends ProjectTest {

    @ParameterizedTest
    @CsvSource({
        "pasword, password",
        "databse, database",
        "hots, host",
        "Username, username",
        "adaptr, adapter",
        "prot, port",
        "migration_paths, migrations_paths",
        "idle_limits, idle_limit",
        "pool_size, ''",
        "tenant, ''"
    })
    void namesTheKeyThatWasMeant(String key, String meant) {
        withKeys(key + ": x");

        assertThat(read("development").warnings())
                .isEqualTo(
                        meant.isEmpty()
                                ? List.of()
                                : List.of("unknown key '" + key
                                        + "' in config/database.yml, development, line 4 is ignored; "
                                        + "did you mean '" + meant + "'?"));
    }

    @Test
    void warnsOfASocketThatWouldBeTheWayIn() {
        withKeys("socket: /tmp/mysql.sock");

        assertThat(read("development").warnings())
                .containsExactly(
                        "'socket' in config/database.yml, development is ignored, since Java's drivers connect by "
                                + "TCP; the server is taken to be at localhost:5432; name another one by the key host");
    }

    @ParameterizedTest
    @CsvSource({
        "hostaddr: 10.0.0.5, 'is ignored; the server is taken to be at localhost:5432; name another one by the key host, which takes an address too'",
        "service: shop, 'is ignored, since Java''s drivers read no pg_service.conf; the server is taken to be at localhost:5432'",
        "sslverify: true, is ignored; ssl: verify-full has the server verified",
    })
    void warnsOfWhatWouldRedirectOrSecureAConnection(String line, String sentence) {
        withKeys(line);

        assertThat(read("development").warnings())
                .containsExactly(
                        "'" + line.replaceFirst(":.*", "") + "' in config/database.yml, development " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host: localhost", "embedded: true", "url: postgres://db/x"})
    void saysNothingOfASocketBesideAnotherWayIn(String line) {
        withKeys("socket: /tmp/mysql.sock\n" + line);

        assertThat(read("development").warnings()).isEmpty();
    }

    @Test
    void readsRailsWayToReachPostgresql() {
        DatabaseConfig config = withKeys("""
                sslmode: require
                gssencmode: disable
                application_name: shop
                schema_search_path: a,b
                prepared_statements: false
                keepalives: 1
                target_session_attrs: read-write
                options: -c a=b
                variables:
                  statement_timeout: 5000
                  search_path: a b
                  lock_timeout: ":default"
                  nothing:
                """);

        assertThat(config.properties())
                .containsOnly(
                        Map.entry("sslmode", "require"),
                        Map.entry("gssEncMode", "disable"),
                        Map.entry("ApplicationName", "shop"),
                        Map.entry("currentSchema", "a,b"),
                        Map.entry("prepareThreshold", "0"),
                        Map.entry("tcpKeepAlive", "true"),
                        Map.entry("targetServerType", "primary"),
                        Map.entry("options", "-c a=b -c statement_timeout=5000 -c search_path=a\\ b"));
    }

    @ParameterizedTest
    @CsvSource({
        "disabled,DISABLED",
        ":preferred,PREFERRED",
        "required,REQUIRED",
        "SSL_MODE_VERIFY_CA,VERIFY_CA",
        "verify-full,VERIFY_IDENTITY"
    })
    void readsRailsWaysToEncryptForMysql(String mode, String property) {
        DatabaseConfig config = development("adapter: mysql\ndatabase: shop\nssl_mode: '" + mode + "'");

        assertThat(config.properties()).containsExactly(Map.entry("sslMode", property));
    }

    @Test
    void refusesAnUnknownModeForMysql() {
        write("development: {adapter: mysql, database: shop, ssl_mode: maybe}\n");

        assertRefused("development")
                .hasMessage(
                        "'ssl_mode: maybe' in config/database.yml, development, line 1: expected disabled, preferred, "
                                + "required, verify_ca or verify_identity");
    }

    @Test
    void letsPropertiesWinOverRailsKeys() {
        assertThat(withKeys("sslmode: require\nproperties: {sslmode: disable}").properties())
                .containsExactly(Map.entry("sslmode", "disable"));
    }

    @Test
    void leavesAFalseSqlModeToTheServer() {
        assertThat(development("adapter: mysql\ndatabase: x\nvariables: {sql_mode: false, autocommit: true}")
                        .properties())
                .containsExactly(Map.entry("sessionVariables", "autocommit=true"));
    }

    @Test
    void namesAMisspeltDatabaseWhereTheDatabaseIsMissing() {
        write("development:\n  adapter: postgresql\n  databse: shop\n");

        assertRefused("development")
                .hasMessage("no database in config/database.yml, development, whose key 'databse' is unknown: did you"
                        + " mean 'database'?; add 'database: NAME', set the variable that the name is taken from, or end"
                        + " the URL with it");
    }
}
