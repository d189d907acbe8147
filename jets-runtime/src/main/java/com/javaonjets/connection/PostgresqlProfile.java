package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** pgjdbc. */
final class PostgresqlProfile implements DriverProfile {

    /** Since version 14. */
    static final String IDLE = "idle_session_timeout";

    /** Since version 9.6. */
    static final String IDLE_IN_TRANSACTION = "idle_in_transaction_session_timeout";

    /** Properties of the driver that lead to others, or change how it connects. */
    private static final String[] OTHER_SOURCES = {
        "service", "loginTimeout", "localSocketAddress", "PGHOST", "PGPORT", "PGDBNAME"
    };

    /** Where a project may have defaults for the driver. */
    private static final String DEFAULTS = "/org/postgresql/driverconfig.properties";

    /**
     * By the class of the driver's connections where host, port, database, user and password are known: to find those out is
     * what {@link org.postgresql.Driver#connect} does before, at a twentieth of a cold start.
     */
    @Override
    public @Nullable Connection connect(Target target, Properties properties) throws SQLException {
        return isKnown(target, properties)
                ? connectKnown(target, properties)
                : new org.postgresql.Driver().connect(target.url(), properties);
    }

    private static boolean isKnown(Target target, Properties properties) {
        for (String source : OTHER_SOURCES) {
            if (properties.containsKey(source)) {
                return false;
            }
        }
        return target.config().jdbcUrl().isEmpty()
                && properties.containsKey("user")
                && properties.containsKey("password")
                && PostgresqlProfile.class.getResource(DEFAULTS) == null;
    }

    private static @Nullable Connection connectKnown(Target target, Properties properties) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        String host = target.config().host();
        all.setProperty("PGHOST", host);
        all.setProperty("PGPORT", Integer.toString(target.config().port()));
        all.setProperty("PGDBNAME", target.database());
        try {
            HostSpec[] hosts = {new HostSpec(host, target.config().port())};
            return new PgConnection(hosts, all, target.url());
        } catch (NoSuchMethodError otherVersion) {
            return new org.postgresql.Driver().connect(target.url(), properties);
        } catch (RuntimeException e) {
            throw new SQLException("the driver fails: " + e, "99999", e);
        }
    }

    @Override
    public String driver() {
        return "org.postgresql.Driver";
    }

    @Override
    public String coordinates() {
        return "org.postgresql:postgresql";
    }

    @Override
    public String maintenanceDatabase() {
        return "postgres";
    }

    @Override
    public Map<String, String> essentials(DatabaseConfig config) {
        String limit = Long.toString(wholeSeconds(config.connectTimeout()));
        Map<String, String> essentials = new HashMap<>();
        essentials.put("connectTimeout", limit);
        essentials.put(readTimeout(), limit);
        essentials.put("tcpKeepAlive", "true");
        SslMode ssl = SslMode.of(config);
        essentials.put("sslmode", ssl.postgresql());
        if (ssl != SslMode.DISABLE) {
            secure(essentials, ssl, config);
        }
        return essentials;
    }

    private static void secure(Map<String, String> essentials, SslMode ssl, DatabaseConfig config) {
        essentials.put("sslfactory", PostgresqlTlsFactory.NAME);
        Authorities authorities = ssl.verifies() && !DriverWords.trust(config) ? Authorities.of(config) : null;
        if (authorities != null) {
            essentials.put("sslrootcert", authorities.pem().toString());
        }
    }

    @Override
    public Map<String, String> shortcuts(DatabaseConfig config, Limits limits) {
        Map<String, String> shortcuts = new HashMap<>();
        if (limits.extent() != Acceptance.Extent.STRICT_POOLER) {
            // From 9.0 on the application's name travels in the startup packet, not in a SET after it.
            shortcuts.put("assumeMinServerVersion", "9.0");
        }
        if (!limits.extent().isPooler() && config.serverVersion().isPresent() && DirectTls.suits(config)) {
            shortcuts.put("sslNegotiation", "direct");
        }
        if (limits.extent().isPooler()) {
            // What is prepared in one server's session is unknown in the next one, or there twice.
            shortcuts.put("prepareThreshold", "0");
        }
        return shortcuts;
    }

    /** In the startup packet, at no trip. */
    @Override
    public SessionSettings settings(Limits limits) {
        String options = option(IDLE, limits.idle()) + option(IDLE_IN_TRANSACTION, limits.transaction());
        return new SessionSettings("options", options.strip(), " ");
    }

    private static String option(String name, Duration limit) {
        return limit.isZero() ? "" : " -c " + name + "=" + Math.min(Math.max(1, limit.toMillis()), Integer.MAX_VALUE);
    }

    @Override
    public Map<String, String> sockets(String ticket) {
        return PostgresqlSocketFactory.properties(ticket);
    }

    @Override
    public DriverSession session(Connection connection, String ticket, DatabaseConfig config) throws SQLException {
        return new PostgresqlSession(connection, PostgresqlSocketFactory.collect(ticket), config.reset());
    }

    @Override
    public void forget(String ticket) {
        PostgresqlSocketFactory.collect(ticket);
    }

    @Override
    public String readTimeout() {
        return "socketTimeout";
    }

    /** pgjdbc counts in seconds and takes 0, which is no limit in the file, for ever. */
    private static long wholeSeconds(Duration limit) {
        return limit.plusNanos(999_999_999).toSeconds();
    }
}
