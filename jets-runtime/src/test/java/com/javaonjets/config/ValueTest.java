package com.javaonjets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest extends ProjectTest {

    @Test
    void hasDefaults() {
        DatabaseConfig config = withKeys("");

        assertThat(config)
                .isEqualTo(DatabaseConfig.builder(Environment.DEVELOPMENT, Adapter.POSTGRESQL, "shop")
                        .build());
        assertThat(config.host()).isEqualTo("localhost");
        assertThat(config.port()).isEqualTo(5432);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.idleLimit()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.pingAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.databaseTasks()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "adapter: oracle|unknown adapter 'oracle' in config/database.yml, development, line 4; supported: mysql, postgresql",
                "port: 0|'port: 0' in config/database.yml, development, line 4: expected a whole number from 1 to 65535",
                "port: 65536|'port: 65536' in config/database.yml, development, line 4: expected a whole number from 1 to 65535",
                "port: 5432.0|'port: 5432.0' in config/database.yml, development, line 4: expected a whole number from 1 to 65535",
                "pool: 0|'pool: 0' in config/database.yml, development, line 4: expected a whole number of at least 1",
                "pool: -1|'pool: -1' in config/database.yml, development, line 4: expected a whole number of at least 1",
                "max_connections: many|'max_connections: many' in config/database.yml, development, line 4: expected a whole number of at least 1",
                "connect_timeout: -1|'connect_timeout: -1' in config/database.yml, development, line 4: expected a time in seconds, from 0 to 2147483, such as 5 or 0.5",
                "connect_timeout: 5s|'connect_timeout: 5s' in config/database.yml, development, line 4: expected a time in seconds, from 0 to 2147483, such as 5 or 0.5",
                "idle_limit: 2147484|'idle_limit: 2147484' in config/database.yml, development, line 4: expected a time in seconds, from 0 to 2147483, such as 5 or 0.5",
                "ping_after: .5|'ping_after: .5' in config/database.yml, development, line 4: expected a time in seconds, from 0 to 2147483, such as 5 or 0.5",
                "replica: maybe|'replica: maybe' in config/database.yml, development, line 4: expected true or false",
                "database_tasks: 2|'database_tasks: 2' in config/database.yml, development, line 4: expected true or false",
                "reset: x|'reset: x' in config/database.yml, development, line 4: expected true or false",
                "embedded: x|'embedded: x' in config/database.yml, development, line 4: expected true or false",
                "ssl: verify-ca|'ssl: verify-ca' in config/database.yml, development, line 4: expected disable, prefer, require or verify-full",
                "server_version: new|'server_version: new' in config/database.yml, development, line 4: expected a version, such as 17 or 8.4",
                "host: /var/run/postgresql|'host: /var/run/postgresql' in config/database.yml, development, line 4: the folder of a Unix socket; expected a host's name, since Java's drivers connect by TCP",
                "host: db:5433|'host: db:5433' in config/database.yml, development, line 4: expected a host's name alone; its port is a key of its own: port",
                "host: one,two|'host: one,two' in config/database.yml, development, line 4: expected one host; several are written as a URL: url: jdbc:postgresql://one,two/database or jdbc:mysql://one,two/database",
                "host: a b|'host: a b' in config/database.yml, development, line 4: expected a host's name or address",
                "host: [one]|'host' in config/database.yml, development, line 4 is a list; expected text, in quotes if it begins with '[' or '{'",
                "password: {x: y}|'password' in config/database.yml, development, line 4 is a map; expected text, in quotes if it begins with '[' or '{'",
                "properties: x|'properties' in config/database.yml, development, line 4 is text; expected a map, a name and a value a line",
                "properties: {a: [b]}|'a' in config/database.yml, development, line 4 is a list; expected text, in quotes if it begins with '[' or '{'",
                "variables: {a b: c}|'variables: a b' in config/database.yml, development: expected the name of a session variable",
                "target_session_attrs: x|'target_session_attrs: x' in config/database.yml, development, line 4: expected any, read-write, read-only, primary, standby or prefer-standby",
                "url: ''|'url' in config/database.yml, development, line 4: is blank; expected a URL such as postgresql://user@host:5432/database, or no key at all",
            })
    void refusesAValueInASentence(String line, String message) {
        assertThatThrownBy(() -> withKeys(line))
                .isInstanceOf(JetsException.class)
                .hasMessage(message);
    }

    @Test
    void refusesADatabaseWithoutAnAdapter() {
        assertThatThrownBy(() -> development("database: shop"))
                .hasMessage("no adapter in config/database.yml, development; add 'adapter: mysql' or "
                        + "'adapter: postgresql', or a URL by the key url or the variable DATABASE_URL");
    }

    @Test
    void refusesADatabaseWithoutAName() {
        assertThatThrownBy(() -> development("adapter: mysql"))
                .hasMessage("no database in config/database.yml, development; add 'database: NAME', "
                        + "set the variable that the name is taken from, or end the URL with it");
    }

    @Test
    void namesTheDatabaseAmongSeveral() {
        write("development:\n  primary:\n    adapter: mysql\n    database: one\n    port: x\n");

        assertRefused("development")
                .hasMessage("'port: x' in config/database.yml, development, primary, line 5: "
                        + "expected a whole number from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345", "yes", "12:30", "1_000", "1e3", "0x1F", "2001-01-01", "null-ish", "~x"})
    void keepsTheTextOfAPlainValue(String text) {
        assertThat(withKeys("password: " + text).password()).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"true,require", "no,disable", "prefer,prefer", "Verify-Full,verify-full"})
    void readsTheModesOfSsl(String text, String mode) {
        assertThat(withKeys("ssl: " + text).ssl()).contains(mode);
    }

    @ParameterizedTest
    @CsvSource({"::1,::1", "'\"[fe80::1]\"',fe80::1", "10.0.0.7,10.0.0.7", "db_1.example.com,db_1.example.com"})
    void readsHostsAndAddresses(String text, String host) {
        assertThat(withKeys("host: " + text).host()).isEqualTo(host);
    }

    @Test
    void takesABlankValueForNone() {
        DatabaseConfig config = withKeys("host: ''\nport:\npool: ~\nusername: ' '\npassword: ''\nurl: null");

        assertThat(config)
                .isEqualTo(DatabaseConfig.builder(Environment.DEVELOPMENT, Adapter.POSTGRESQL, "shop")
                        .build());
    }

    @Test
    void letsAKeyOfItsOwnWinOverRailsName() {
        DatabaseConfig config = withKeys("user: a\nusername: b\nmax_connections: 1\npool: 2");

        assertThat(config.username()).contains("b");
        assertThat(config.pool()).contains(2);
    }
}
