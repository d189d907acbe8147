package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class PostgresqlTlsTest extends TlsContract {

    PostgresqlTlsTest() {
        super(Server.POSTGRESQL, TlsServers.postgresql(), Trips.POSTGRESQL);
    }

    @Test
    void savesATripByDirectTls() throws IOException {
        assertThat(leastOpening(secured().withServerVersion("17"), 4)).isEqualTo(4);
    }

    @Test
    void refusesAServerThatOffersNoTls() {
        DatabaseConfig plain = TestServers.postgresql();
        assertThatThrownBy(() -> DirectDataSource.of(
                                TestConfig.of(plain).withSsl("require").build())
                        .getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageEndingWith(
                        ": the server offers no TLS, as ssl: require asks; switch TLS on there, or set ssl:"
                                + " disable in config/database.yml, test, where no one can read or change what is on the line");
    }

    @Test
    void saysThatAServerTookNoDirectTls() {
        DatabaseConfig plain = TestServers.postgresql();
        TestConfig config = TestConfig.of(plain).withSsl("require").withServerVersion("17");

        assertThatThrownBy(() -> Opening.once(Address.of(config.build(), Path.of("")), new Counters()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(": the server did not take TLS from the first byte on: ")
                .hasMessageEndingWith("; check that it is PostgreSQL 17 or newer without a pooler before it, as"
                        + " server_version says in config/database.yml, test");
    }

    @Test
    void asksForACertificateToVerifyBy() {
        DatabaseConfig config = secured().withSsl("verify-full").build();

        assertThatThrownBy(() -> DirectDataSource.of(config).getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageEndingWith(
                        ": ssl: verify-full asks for a verified server, and there is no certificate to verify"
                                + " it by; give its authority's by sslrootcert in config/database.yml, test");
    }
}
