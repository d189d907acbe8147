package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest extends ProjectTest {

    private DatabaseConfig byUrl(String url) {
        variables.put("SHOP_URL", url);
        return development("url: ${SHOP_URL}");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://db.example.com/shop, jdbc:postgresql://db.example.com:5432/shop",
        "postgresql://db.example.com:6543/shop, jdbc:postgresql://db.example.com:6543/shop",
        "postgis://db/shop, jdbc:postgresql://db:5432/shop",
        "POSTGRES://db/shop, jdbc:postgresql://db:5432/shop",
        "postgres:///shop, jdbc:postgresql://localhost:5432/shop",
        "postgres://:6543/shop, jdbc:postgresql://localhost:6543/shop",
        "postgres://db:/shop, jdbc:postgresql://db:5432/shop",
        "postgres:shop, jdbc:postgresql://localhost:5432/shop",
        "postgres://[::1]:6543/shop, jdbc:postgresql://[::1]:6543/shop",
        "postgres://[fe80::7]/shop, jdbc:postgresql://[fe80::7]:5432/shop",
        "postgres://db/my%20shop, jdbc:postgresql://db:5432/my%20shop",
        "postgres://one:1/shop?host=two&port=2&dbname=x, jdbc:postgresql://two:2/shop",
        "mysql://db/shop, jdbc:mysql://db:3306/shop",
        "mysql2://db:3307/shop, jdbc:mysql://db:3307/shop",
        "trilogy://db/shop, jdbc:mysql://db:3306/shop",
        "jdbc:postgresql://db:6543/shop, jdbc:postgresql://db:6543/shop",
        "jdbc:postgresql:shop, jdbc:postgresql://localhost:5432/shop",
        "jdbc:postgresql:/shop, jdbc:postgresql://localhost:5432/shop",
        "jdbc:mysql://db/shop, jdbc:mysql://db:3306/shop",
        "jdbc:mysql:///shop, jdbc:mysql://localhost:3306/shop",
    })
    void readsAUrl(String url, String expected) {
        DatabaseConfig config = byUrl(url);

        assertThat(config.url()).isEqualTo(expected);
        assertThat(config.jdbcUrl()).isEmpty();
        assertThat(config.username()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'jdbc:postgresql://one:1,two:2/shop?user=u&targetServerType=primary&password=p', 'jdbc:postgresql://one:1,two:2/shop?targetServerType=primary'",
        "'postgres://u:p@one:1,two/shop', 'jdbc:postgresql://one:1,two/shop'",
        "'jdbc:mysql:replication://u:p@one,two/shop', 'jdbc:mysql:replication://one,two/shop'",
        "'jdbc:mysql+srv://u:p@service/shop', 'jdbc:mysql+srv://service/shop'",
        "'jdbc:aws-wrapper:postgresql://db/shop?user=u&password=p&wrapperPlugins=iam', 'jdbc:aws-wrapper:postgresql://db/shop?wrapperPlugins=iam'",
        "'jdbc:mysql://address=(host=one)(port=1),address=(host=two)/shop?user=u&password=p', 'jdbc:mysql://address=(host=one)(port=1),address=(host=two)/shop'",
    })
    void keepsAUrlThatKeysCannotExpressSaveItsUserAndPassword(String url, String kept) {
        DatabaseConfig config = byUrl(url);

        assertThat(config.jdbcUrl()).contains(kept);
        assertThat(config.url()).isEqualTo(kept);
        assertThat(config.username()).contains("u");
        assertThat(config.password()).contains("p");
        assertThat(config.database()).isEqualTo("shop");
    }

    /** In whatever words either says it. */
    @ParameterizedTest
    @CsvSource({
        "'properties: {sslmode: disable}', postgresql://db/shop?sslmode=verify-full, '{sslmode=verify-full}', ''",
        "'sslmode: disable', postgresql://db/shop?sslmode=verify-full, '{sslmode=verify-full}', ''",
        "'sslmode: disable', postgresql://db/shop?ssl=verify-full, '{}', verify-full",
        "'properties: {SSLMode: disable}', postgresql://db/shop?ssl=verify-full, '{}', verify-full",
        "'ssl: disable', postgresql://db/shop?sslmode=require, '{sslmode=require}', ''",
        "'ssl: disable', jdbc:postgresql://db/shop?sslmode=require, '{sslmode=require}', ''",
        "'properties: {sslMode: DISABLED}', mysql2://db/shop?ssl-mode=VERIFY_IDENTITY, '{sslMode=VERIFY_IDENTITY}', ''",
        "'properties: {sslMode: DISABLED}', jdbc:mysql://db/shop?sslmode=REQUIRED, '{sslmode=REQUIRED}', ''",
        "'properties: {useSSL: false}', jdbc:mysql://db/shop?sslMode=REQUIRED, '{sslMode=REQUIRED}', ''",
        "'ssl: require', postgresql://db/shop, '{}', require",
    })
    void takesTheTlsOfTheUrl(String section, String url, String properties, String ssl) {
        variables.put("SHOP_URL", url);
        DatabaseConfig config = development("url: ${SHOP_URL}\n" + section);

        assertThat(config.properties()).hasToString(properties);
        assertThat(config.ssl().map(Object::toString).orElse("")).isEqualToIgnoringCase(ssl);
    }

    @Test
    void joinsTheSettingsOfASession() {
        variables.put("SHOP_URL", "jdbc:postgresql://db/shop?options=-c+statement_timeout=5000&ApplicationName=a+b");
        assertThat(development("url: ${SHOP_URL}\nvariables: {lock_timeout: 7}\nproperties: {options: -c geqo=off}")
                        .properties())
                .containsOnly(
                        Map.entry("options", "-c lock_timeout=7 -c geqo=off -c statement_timeout=5000"),
                        Map.entry("ApplicationName", "a b"));
        variables.put("SHOP_URL", "jdbc:mysql://db/shop?sessionVariables=time_zone='%2B00:00'");
        assertThat(development("url: ${SHOP_URL}\nvariables: {sql_mode: TRADITIONAL}")
                        .properties())
                .containsOnly(Map.entry("sessionVariables", "sql_mode='TRADITIONAL',time_zone='+00:00'"));
        variables.put("SHOP_URL", "postgresql://db/shop?options=-c%20geqo%3Doff");
        assertThat(development("url: ${SHOP_URL}\nvariables: {lock_timeout: 7}").properties())
                .containsOnly(Map.entry("options", "-c geqo=off -c lock_timeout=7"));
    }

    @Test
    void decodesUserAndPassword() {
        DatabaseConfig config = byUrl("postgres://us%65r:p%40s%2Fs+%25@db/shop");

        assertThat(config.username()).contains("user");
        assertThat(config.password()).contains("p@s/s+%");
        assertThat(byUrl("postgres://user:p@ss:w@db/shop").password()).contains("p@ss:w");
        assertThat(byUrl("postgres://:p@db/shop").username()).isEmpty();
        assertThat(byUrl("jdbc:postgresql://db/shop?user=u%40x&password=p%26q").password())
                .contains("p&q");
        assertThat(byUrl("postgres://gr%C3%BCn:x@db/shop").username()).contains("grün");
    }

    @Test
    void readsItsOwnKeysInAQueryAndHandsTheRestToTheDriver() {
        DatabaseConfig config = byUrl("postgres://db/shop?pool=7&connect_timeout=3&reaping_frequency=2&sslmode=require"
                + "&application_name=a%20b&currentSchema=x&ssl&blank=&sslrootcert=ca.pem");

        assertThat(config.pool()).contains(7);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.ssl()).contains("require");
        assertThat(config.sslrootcert()).contains("ca.pem");
        assertThat(config.properties())
                .containsOnly(
                        Map.entry("sslmode", "require"),
                        Map.entry("ApplicationName", "a b"),
                        Map.entry("currentSchema", "x"));
    }

    @Test
    void leavesTheQueryOfADriversUrlToTheDriver() {
        DatabaseConfig config = byUrl("jdbc:mysql://db/shop?user=u&useLocalSessionState=true&pool=7");

        assertThat(config.username()).contains("u");
        assertThat(config.pool()).isEmpty();
        assertThat(config.properties()).containsOnly(Map.entry("useLocalSessionState", "true"), Map.entry("pool", "7"));
    }

    @Test
    void beatsTheKeysBesideIt() {
        DatabaseConfig config = development("""
                adapter: postgresql
                url: postgres://new@db/new?pool=7&a=url
                host: old
                port: 6543
                database: old
                username: old
                password: kept
                pool: 3
                embedded: true
                properties: {a: file, b: file}
                """);

        assertThat(config)
                .isEqualTo(DatabaseConfig.builder(Environment.DEVELOPMENT, Adapter.POSTGRESQL, "new")
                        .host("db")
                        .port(6543)
                        .username("new")
                        .password("kept")
                        .pool(7)
                        .properties(Map.of("a", "url", "b", "file"))
                        .build());
    }

    @Test
    void leavesOutWhatBelongsToTheOtherAdapter() {
        DatabaseConfig config = development("""
                adapter: mysql2
                port: 3307
                encoding: utf8mb4
                collation: utf8mb4_bin
                variables: {sql_mode: TRADITIONAL}
                url: postgres://db/shop
                """);

        assertThat(config.url()).isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(config.encoding()).isEmpty();
        assertThat(config.collation()).isEmpty();
        assertThat(config.properties()).isEmpty();
    }

    @Test
    void takesAWordForTheNameOfADatabaseAsRailsDoes() {
        assertThat(withKeys("url: other").database()).isEqualTo("other");
    }

    @Test
    void mergesTheVariableOfADatabase() {
        variables.put("DATABASE_URL", "postgres://one/a");
        variables.put("ANALYTICS_DATABASE_URL", "postgres://two/b");
        write("""
                production:
                  primary: {adapter: mysql, database: x, pool: 3, embedded: true}
                  analytics: {adapter: postgresql, database: y}
                  cache: {adapter: postgresql, database: z}
                """);

        Configuration configuration = read("production");
        assertThat(configuration.databases())
                .extracting(DatabaseConfig::url)
                .containsExactly(
                        "jdbc:postgresql://one:5432/a",
                        "jdbc:postgresql://two:5432/b",
                        "jdbc:postgresql://localhost:5432/z");
        assertThat(configuration.primary().pool()).contains(3);
        assertThat(configuration.primary().embedded()).isFalse();

        variables.put("PRIMARY_DATABASE_URL", "postgres://three/c");
        assertThat(read("production").primary().host()).isEqualTo("three");
    }

    @Test
    void ignoresTheVariableWhereTheFileHasAUrlOrItIsBlank() {
        variables.put("DATABASE_URL", "postgres://one/a");
        assertThat(withKeys("url: postgres://two/b").host()).isEqualTo("two");

        variables.put("DATABASE_URL", " ");
        assertThat(withKeys("host: three").host()).isEqualTo("three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://localhost/shop",
                "postgres://127.0.0.7/shop",
                "postgres://[::1]/shop",
                "postgres://db.example.com/shop_test",
                "jdbc:postgresql://localhost,127.0.0.1:6/shop",
                "jdbc:aws-wrapper:mysql://db.example.com/shop_test"
            })
    void aimsTestsAtAHarmlessDatabase(String url) {
        variables.put("DATABASE_URL", url);
        write("test: {adapter: postgresql, database: shop}\n");

        assertThat(read("test").primary().embedded()).isFalse();
    }

    @Test
    void aimsTestsAtNoRealDatabaseByAPartOfAUrl() {
        variables.put("DATABASE_URL", "postgres://u:hunter2@db.example.com/shop");
        write("test: {url: '${DATABASE_URL}?connect_timeout=5'}\n");
        assertThatThrownBy(() -> read("test"))
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("DATABASE_URL aims the tests at database 'shop' on host 'db.example.com'");

        variables.put("ANALYTICS_DATABASE_URL", "postgres://u:hunter2@db.example.com/numbers");
        write("test: {primary: {adapter: postgresql, database: a}, analytics: {url: '${ANALYTICS_DATABASE_URL}'}}\n");
        variables.remove("DATABASE_URL");
        assertThatThrownBy(() -> read("test").databases())
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("ANALYTICS_DATABASE_URL aims the tests at database 'numbers'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres://u:hunter2@db.example.com/shop", "jdbc:postgresql://db.example.com,localhost/shop"})
    void aimsTestsAtNoRealDatabase(String url) {
        variables.put("DATABASE_URL", url);
        String message = "DATABASE_URL aims the tests at database 'shop' on host 'db.example.com'; in test it is used "
                + "only where its host is this machine or its database ends in _test; unset it, or name such a database";

        assertRefused("test").hasMessage(message);
        write("test: {adapter: postgresql, database: shop_test}\n");
        assertRefused("test").hasMessage(message);
        write("test: {url: \"<%= ENV['DATABASE_URL'] %>\"}\n");
        assertRefused("test").hasMessage(message);

        write("test: {url: 'postgres://db.example.com/another'}\n");
        assertThat(read("test").primary().host()).isEqualTo("db.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqlite3:db/x.sqlite3|its scheme 'sqlite3' is not supported; supported: postgresql://, postgres://, mysql://, mysql2://, jdbc:postgresql:, jdbc:mysql:",
                "mariadb://u:hunter2@db/x|its scheme 'mariadb' is not supported; supported: postgresql://, postgres://, mysql://, mysql2://, jdbc:postgresql:, jdbc:mysql:",
                "db.example.com/x|it has no scheme; expected a URL such as postgresql://user@host:5432/database",
                "jdbc:h2:mem:x|expected jdbc:postgresql://host:5432/database or jdbc:mysql://host:3306/database",
                "jdbc:mysql:x|expected jdbc:postgresql://host:5432/database or jdbc:mysql://host:3306/database",
                "jdbc:mariadb://db/x|expected jdbc:postgresql://host:5432/database or jdbc:mysql://host:3306/database; Connector/J speaks to MariaDB under jdbc:mysql: too",
                "postgres://u:hun/ter2@db/x|it cannot be told apart what is a password in it and what is not; write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "postgres://u:hun?ter2@db/x|it cannot be told apart what is a password in it and what is not; write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "postgres://u:hun#ter2@db/x|it cannot be told apart what is a password in it and what is not; write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "postgres://u:hunter2%zz@db/x|it holds a '%' that two hexadecimal digits do not follow; write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "postgres://u:hunter2/x|its port is no number from 1 to 65535; expected user:password@host:port, and write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "postgres://u:99999999/x|its port is no number from 1 to 65535; expected user:password@host:port, and write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "postgres://fe80::7/x|its host cannot be read; an IPv6 address stands in brackets, and write what is special in a URL in a user, a password or a database as %XX: / is %2F, ? is %3F, # is %23, @ is %40, % is %25",
                "jdbc:mysql://one,two|it names no database; expected its name at the end, behind a slash",
                "jdbc:mysql://u:hunter2@one,v:x@two/x|a user or password for each host cannot be kept out of sight; expected one user for all, as the keys username and password",
                "jdbc:mysql://address=(host=one)(PASSWORD=hunter2)/x|a user or password for each host cannot be kept out of sight; expected one user for all, as the keys username and password",
            })
    void refusesAUrlWithoutShowingIt(String url, String sentence) {
        assertThatThrownBy(() -> byUrl(url))
                .isInstanceOf(JetsException.class)
                .hasMessage("'url' in config/database.yml, development, line 2: " + sentence);

        variables.put("DATABASE_URL", url);
        assertThatThrownBy(() -> withKeys(""))
                .isInstanceOf(JetsException.class)
                .hasMessage("'DATABASE_URL' in the environment: " + sentence)
                .hasNoCause();
    }

    @Test
    void namesTheUrlThatAValueComesFrom() {
        assertThatThrownBy(() -> byUrl("postgres://db/shop?port=99999"))
                .hasMessage("'port: 99999' in 'url' in config/database.yml, development, line 2: "
                        + "expected a whole number from 1 to 65535");
        assertThatThrownBy(() -> byUrl("postgres://db/"))
                .hasMessageStartingWith("no database in config/database.yml, development; add");

        variables.put("DATABASE_URL", "postgres://db/shop?pool=0");
        assertThatThrownBy(() -> withKeys(""))
                .hasMessage("'pool: 0' in 'DATABASE_URL' in the environment: expected a whole number of at least 1");
    }
}
