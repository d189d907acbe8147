package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseConfigTest {

    private static DatabaseConfigBuilder shop() {
        return DatabaseConfig.builder(Environment.PRODUCTION, Adapter.POSTGRESQL, "shop");
    }

    @Test
    void showsNeitherPasswordNorTheValuesOfProperties() {
        DatabaseConfig config = shop().host("db")
                .username("root")
                .password("hunter2")
                .properties(Map.of("sslpassword", "hunter3", "ApplicationName", "x"))
                .build();

        assertThat(config)
                .hasToString(
                        "production primary: postgresql://root@db:5432/shop properties [ApplicationName, sslpassword]");
        assertThat(config.toBuilder()
                        .jdbcUrl(Optional.of("jdbc:postgresql://db,two/shop?sslpassword=hunter4"))
                        .embedded(true)
                        .properties(Map.of())
                        .build())
                .hasToString("production primary: postgresql://root@db:5432/shop embedded by a jdbc: URL");
    }

    @Test
    void encodesADatabasesNameInItsUrl() {
        assertThat(DatabaseConfig.builder(Environment.TEST, Adapter.MYSQL, "a b/c?d+e")
                        .build()
                        .url())
                .isEqualTo("jdbc:mysql://localhost:3306/a%20b%2Fc%3Fd%2Be");
    }

    @Test
    void copiesEveryComponent() {
        DatabaseConfig config = shop().name("analytics")
                .jdbcUrl(Optional.of("jdbc:postgresql://a,b/shop"))
                .host("a")
                .port(1)
                .username("u")
                .password("p")
                .encoding(Optional.of("UTF8"))
                .collation(Optional.of("C"))
                .ctype(Optional.of("POSIX"))
                .template(Optional.of("template_gis"))
                .pool(2)
                .connectTimeout(Duration.ZERO)
                .replica(true)
                .databaseTasks(false)
                .migrationsPaths(List.of("x"))
                .ssl(Optional.of("require"))
                .sslrootcert(Optional.of("ca"))
                .serverVersion(Optional.of("17"))
                .idleLimit(Duration.ZERO)
                .pingAfter(Duration.ZERO)
                .reset(true)
                .properties(Map.of("a", "b"))
                .embedded(true)
                .credentials(Optional.of("iam"))
                .build();

        assertThat(config.toBuilder().build()).isEqualTo(config);
        assertThat(config.toBuilder().database("other").build().database()).isEqualTo("other");
    }

    @Test
    void movesOntoAnEmbeddedServer() {
        EmbeddedServer server = new EmbeddedServer(Adapter.POSTGRESQL, "127.0.0.1", 6543, "jets", "secret", 1);
        DatabaseConfig config = shop().host("localhost")
                .pool(3)
                .ssl(Optional.of("require"))
                .sslrootcert(Optional.of("config/authorities.pem"))
                .embedded(true)
                .build();

        assertThat(config.on(server))
                .isEqualTo(shop().host("127.0.0.1")
                        .port(6543)
                        .username("jets")
                        .password("secret")
                        .pool(3)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "LOCALHOST,true",
        "127.0.0.1,true",
        "127.9.9.9,true",
        "::1,true",
        "0:0:0:0:0:0:0:1,true",
        "localhost.example.com,false",
        "127.0.0.1.example.com,false",
        "::2,false",
        "10.0.0.1,false",
        "db,false"
    })
    void knowsThisMachineByItsNamesAlone(String host, boolean loopback) {
        assertThat(shop().host(host).build().loopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @CsvSource({
        "'jdbc:postgresql://localhost:1,127.0.0.1/x',true",
        "'jdbc:aws-wrapper:mysql://[::1]:3306/x',true",
        "'jdbc:postgresql://localhost,db/x',false",
        "'jdbc:mysql://address=(host=localhost)/x',false",
        "'jdbc:mysql://(host=localhost,port=1),localhost/x',false"
    })
    void takesAUrlForThisMachineOnlyWhereEachHostIs(String url, boolean loopback) {
        assertThat(shop().jdbcUrl(Optional.of(url)).build().loopback()).isEqualTo(loopback);
    }

    @Test
    void isNeverInvalid() {
        assertInvalid(builder -> builder.name(" "), "name is blank");
        assertInvalid(builder -> builder.host(""), "host is blank");
        assertInvalid(builder -> builder.database(""), "database is blank");
        assertInvalid(builder -> builder.port(0), "port 0 is not from 1 to 65535");
        assertInvalid(builder -> builder.pool(0), "pool is less than 1");
        assertInvalid(builder -> builder.pingAfter(Duration.ofSeconds(-1)), "a time is negative");
    }

    private static void assertInvalid(Consumer<DatabaseConfigBuilder> change, String message) {
        DatabaseConfigBuilder builder = shop();
        change.accept(builder);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
