package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

final class PostgresqlVerificationTest extends VerificationContract {

    private final DatabaseConfig config = TlsServers.postgresql();

    PostgresqlVerificationTest() {
        super(TlsServers.postgresql());
    }

    @Test
    void refusesOldTls() throws SQLException {
        execute("alter system set ssl_min_protocol_version = 'TLSv1.1'");
        execute("alter system set ssl_max_protocol_version = 'TLSv1.1'");
        execute("select pg_reload_conf()");
        try {
            refusesOldTls(certified(TlsServers.authority().certificate().toString()));
        } finally {
            execute("alter system reset all");
            execute("select pg_reload_conf()");
        }
    }

    /** Whatever the JVM's security properties allow. */
    @Test
    void speaksNoOldTls() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("sslmode", "require");
        try (Socket plain = new Socket(config.host(), config.port());
                Socket secured =
                        new PostgresqlTlsFactory(properties).createSocket(plain, config.host(), config.port(), true)) {
            assertThat(((SSLSocket) secured).getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
        }
    }

    @Test
    void isNamedInTheProfile() {
        assertThat(PostgresqlTlsFactory.NAME).isEqualTo(PostgresqlTlsFactory.class.getName());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DirectDataSource.of(config).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
