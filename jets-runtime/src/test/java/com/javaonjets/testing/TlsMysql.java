package com.javaonjets.testing;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestAuthority.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The real MySQL server with another certificate, which it takes while it runs; closed, it has its own again. Their files
 * stay in its data folder, which goes with it.
 */
public final class TlsMysql implements AutoCloseable {

    private final Connection connection;
    private final String certificate;
    private final String key;
    private final String authority;

    /**
     * @param server reached by an account that may set global variables and write files
     * @param signer of the identity, without which the server does not take it
     */
    public TlsMysql(DatabaseConfig server, Issued identity, TestAuthority signer) throws SQLException, IOException {
        connection = DriverManager.getConnection(
                "jdbc:mysql://" + server.host() + ":" + server.port() + "/?sslMode=REQUIRED",
                server.username().orElseThrow(),
                server.password().orElseThrow());
        certificate = value("@@global.ssl_cert");
        key = value("@@global.ssl_key");
        authority = value("@@global.ssl_ca");
        use(file(identity.certificate()), file(identity.key()), file(signer.certificate()));
    }

    private String file(Path pem) throws SQLException, IOException {
        String name = value("concat(@@datadir, 'jets-', uuid(), '.pem')");
        execute("select '" + Files.readString(pem) + "' into dumpfile '" + name + "'");
        return name;
    }

    private void use(String certificateFile, String keyFile, String authorityFile) throws SQLException {
        execute("set global ssl_cert = '" + certificateFile + "', global ssl_key = '" + keyFile + "', global ssl_ca = '"
                + authorityFile + "'");
        execute("alter instance reload tls");
    }

    private String value(String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + expression)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        use(certificate, key, authority);
        connection.close();
    }
}
