package com.javaonjets.testing;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestAuthority.Issued;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL server with a certificate. */
public final class TlsPostgresql implements AutoCloseable {

    private final EmbeddedPostgres server;

    /** Starts a server. */
    public TlsPostgresql(Issued identity) throws IOException, SQLException {
        this(identity, Map.of());
    }

    /** @param settings of postgresql.conf */
    public TlsPostgresql(Issued identity, Map<String, String> settings) throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", PasswordRule.file().toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", identity.certificate().toString())
                .setServerConfig("ssl_key_file", identity.key().toString());
        settings.forEach(builder::setServerConfig);
        server = builder.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role app superuser login password 'secret'");
        }
    }

    public DatabaseConfig config() {
        return TestConfig.of(Adapter.POSTGRESQL, "127.0.0.1", server.getPort(), "postgres")
                .build();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
