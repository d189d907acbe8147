package com.javaonjets.connection;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** MySQL Connector/J, which serves MariaDB too. */
final class MysqlProfile implements DriverProfile {

    @Override
    public Driver driver() {
        try {
            return new NonRegisteringDriver();
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL Connector/J does not start", e);
        }
    }

    @Override
    public String coordinates() {
        return "com.mysql:mysql-connector-j";
    }

    @Override
    public String maintenanceDatabase() {
        return "";
    }

    @Override
    public Map<String, String> essentials(DatabaseConfig config) {
        config.sslrootcert().ifPresent(file -> refuse(file, config));
        SslMode ssl = SslMode.of(config);
        String limit = Long.toString(Math.max(1, config.connectTimeout().toMillis()));
        Map<String, String> essentials = new HashMap<>();
        essentials.put("connectTimeout", limit);
        essentials.put(readTimeout(), limit);
        essentials.put("tcpKeepAlive", "true");
        essentials.put("sslMode", ssl.mysql());
        if (ssl == SslMode.DISABLE && config.loopback()) {
            // Without TLS a login that the server has not cached needs its public key. Who can answer on loopback in
            // the server's place is on this machine already; elsewhere the key could be anyone's.
            essentials.put("allowPublicKeyRetrieval", "true");
        }
        return essentials;
    }

    /** Connector/J takes no PEM file; to go on without it would trust anyone. */
    private static void refuse(String certificate, DatabaseConfig config) {
        throw new JetsException("sslrootcert '" + certificate + "' in config/database.yml, " + config.environment()
                + ", cannot be given to the MySQL driver; put the certificate in a key store and name it by"
                + " trustCertificateKeyStoreUrl and trustCertificateKeyStorePassword under properties");
    }

    @Override
    public Map<String, String> shortcuts() {
        return Map.of(
                "useLocalSessionState", "true",
                "cacheServerConfiguration", "true",
                "characterEncoding", "UTF-8",
                "characterSetResults", "UTF-8");
    }

    /** The driver keeps what makes its sockets, so that no ticket is needed. */
    @Override
    public Map<String, String> sockets(String ticket) {
        return Map.of("socketFactory", MysqlSocketFactory.class.getName());
    }

    @Override
    public DriverSession session(Connection connection, String ticket) throws SQLException {
        return new MysqlSession(connection);
    }

    @Override
    public void forget(String ticket) {}

    @Override
    public String readTimeout() {
        return "socketTimeout";
    }
}
