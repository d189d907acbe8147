package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** MySQL Connector/J, which serves MariaDB too. */
final class MysqlProfile implements DriverProfile {

    static final String SESSION_VARIABLES = "sessionVariables";

    private static final long YEAR = 31_536_000;

    @Override
    public @Nullable Connection connect(Target target, Properties properties) throws SQLException {
        return target.config().jdbcUrl().isEmpty()
                        && target.config().properties().isEmpty()
                ? MysqlAddress.connect(target, properties)
                : new NonRegisteringDriver().connect(target.url(), properties);
    }

    @Override
    public String driver() {
        return "com.mysql.cj.jdbc.NonRegisteringDriver";
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
        SslMode ssl = SslMode.of(config);
        String limit = Long.toString(wholeMilliseconds(config.connectTimeout()));
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
        Authorities authorities = ssl.verifies() && !DriverWords.trust(config) ? Authorities.of(config) : null;
        if (authorities != null) {
            verify(essentials, authorities);
        }
        return essentials;
    }

    /** By a key store, since the driver takes no PEM. TLS 1.2 is the least that it speaks. */
    private static void verify(Map<String, String> essentials, Authorities authorities) {
        Authorities.TrustStore store = authorities.trustStore();
        essentials.put("trustCertificateKeyStoreUrl", store.file().toUri().toString());
        essentials.put("trustCertificateKeyStorePassword", store.password());
        essentials.put("trustCertificateKeyStoreType", Authorities.TrustStore.TYPE);
    }

    @Override
    public Map<String, String> shortcuts(DatabaseConfig config, Limits limits) {
        Map<String, String> shortcuts = new HashMap<>();
        shortcuts.put("useLocalSessionState", "true");
        shortcuts.put("characterEncoding", "UTF-8");
        shortcuts.put("characterSetResults", "UTF-8");
        if (!setsSessionVariables(config)) {
            // Kept by URL, with the sql_mode that strings are escaped by: another database there may set another one.
            shortcuts.put("cacheServerConfiguration", "true");
        }
        if (config.reset()) {
            // So that a database chosen by SQL is noticed.
            shortcuts.put("trackSessionState", "true");
        }
        return shortcuts;
    }

    private static boolean setsSessionVariables(DatabaseConfig config) {
        for (String name : config.properties().keySet()) {
            if (name.equalsIgnoreCase(SESSION_VARIABLES)) {
                return true;
            }
        }
        return false;
    }

    /**
     * In a SET after the login, at one trip. It switches autocommit on as well, which is not the driver's business any more
     * under useLocalSessionState: a server may have it off by default, and what the first borrower writes would be lost.
     */
    @Override
    public SessionSettings settings(Limits limits) {
        return new SessionSettings(SESSION_VARIABLES, timeouts(limits) + "autocommit=1", ",");
    }

    /** MariaDB alone, from 10.3 on, has a limit for transactions, and reads what is a comment to MySQL. */
    private static String timeouts(Limits limits) {
        return limits.idle().isZero()
                ? ""
                : "wait_timeout=" + seconds(limits.idle()) + "/*M!100300 ,idle_transaction_timeout="
                        + seconds(limits.transaction()) + "*/,";
    }

    /** The driver counts in milliseconds and takes 0, which is no limit in the file, for ever. */
    private static long wholeMilliseconds(Duration limit) {
        return limit.plusNanos(999_999).toMillis();
    }

    /** In whole seconds, and a year at most, as the server allows. */
    private static long seconds(Duration limit) {
        return Math.min(Math.max(1, limit.plusMillis(999).toSeconds()), YEAR);
    }

    /** The driver keeps what makes its sockets, so that no ticket is needed. */
    @Override
    public Map<String, String> sockets(String ticket) {
        return Map.of("socketFactory", MysqlSocketFactory.class.getName());
    }

    @Override
    public DriverSession session(Connection connection, String ticket, DatabaseConfig config) throws SQLException {
        return MysqlSession.of(connection, config);
    }

    @Override
    public void forget(String ticket) {}

    @Override
    public String readTimeout() {
        return "socketTimeout";
    }
}
