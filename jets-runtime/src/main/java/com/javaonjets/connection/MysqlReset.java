package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.NativeSession;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSessionStateController;
import com.mysql.cj.protocol.a.NativeProtocol;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a session of Connector/J as it was when it was opened: COM_RESET_CONNECTION, and then, since that leaves the server's
 * defaults, one SET of all that differed from them. Both are sent together, at one trip. Not so to Amazon's servers, of
 * which Aurora and the proxies may take one command at a time alone, nor to one that has shown to be such.
 */
final class MysqlReset {

    private static final String STRICT = "STRICT_TRANS_TABLES";

    /** The command as a packet: its length in three bytes, its number in the exchange, and what it is. */
    private static final byte[] COM_RESET_CONNECTION = {1, 0, 0, 0, 0x1f};

    /** How long the answer to the second command may take once the first one's is there, in milliseconds. */
    private static final int PATIENCE = 1000;

    /** The addresses of servers that have left the second of two commands without an answer. */
    private static final Set<String> ONE_AT_A_TIME = ConcurrentHashMap.newKeySet();

    private final JdbcConnection connection;
    private final NativeSession session;
    private final String database;
    private final String server;
    private final boolean together;

    /** Kept here, since the driver holds it weakly: once collected, it fails the statement that would have told it. */
    private final ServerSessionStateController.SessionStateChangesListener listener = this::noticed;

    private boolean moved;

    /** @param connection as it was opened, with the driver tracking the state of its session */
    MysqlReset(JdbcConnection connection, DatabaseConfig config) throws SQLException {
        this.connection = connection;
        this.session = (NativeSession) connection.getSession();
        this.database = connection.getDatabase();
        this.server = config.host() + ":" + config.port();
        this.together = RdsHost.of(config.host()) == null && !is(PropertyKey.useCompression);
        RuntimeProperty<String> variables = connection.getPropertySet().getStringProperty(PropertyKey.sessionVariables);
        variables.setValue(variables.getValue() + "," + charsets() + strictMode());
        session.getServerSession().getServerSessionStateController().addSessionStateChangesListener(listener);
    }

    /** Told by the login, which COM_RESET_CONNECTION undoes on MySQL, though not on MariaDB. */
    private String charsets() {
        return "character_set_client=" + quoted("character_set_client") + ",character_set_results="
                + quoted("character_set_results") + ",collation_connection=" + quoted("collation_connection");
    }

    /** What the driver adds to the server's mode when it connects. */
    private String strictMode() {
        String mode = session.getServerSession().getServerVariable("sql_mode");
        RuntimeProperty<Boolean> compliant =
                connection.getPropertySet().getBooleanProperty(PropertyKey.jdbcCompliantTruncation);
        if (!compliant.getInitialValue() || (mode != null && mode.contains(STRICT))) {
            return "";
        }
        return ",sql_mode='" + (mode == null || mode.isEmpty() ? "" : mode + ",") + STRICT + "'";
    }

    private String quoted(String variable) {
        String value = session.getServerSession().getServerVariable(variable);
        return value == null ? "NULL" : "'" + value + "'";
    }

    /** A database that SQL chose outlasts the reset. */
    private void noticed(ServerSessionStateController.ServerSessionStateChanges changes) {
        changes.getSessionStateChangesList().stream()
                .filter(change -> change.getType() == ServerSessionStateController.SESSION_TRACK_SCHEMA)
                .forEach(change -> moved = !change.getValues().contains(database));
    }

    /**
     * Discards what its users have left in the session.
     *
     * @throws SQLException if that fails, or the driver would go on to use statements that the server has forgotten
     */
    void run() throws SQLException {
        refuse();
        try {
            if (together && !ONE_AT_A_TIME.contains(server)) {
                runTogether();
            } else {
                session.resetSessionState();
                session.setSessionVariables();
            }
        } catch (CJException e) {
            throw new SQLException(e.getMessage(), e.getSQLState(), e.getVendorCode(), e);
        }
        session.getServerSession().setAutoCommit(true);
        if (moved) {
            use(database);
        }
    }

    /** The first command waits in the driver's buffer for the second, which then reads the first one's answer. */
    private void runTogether() throws SQLException {
        NativeProtocol protocol = session.getProtocol();
        try {
            protocol.getSocketConnection().getMysqlOutput().write(COM_RESET_CONNECTION);
        } catch (IOException e) {
            throw new SQLException("the connection is closed", e);
        }
        session.setSessionVariables();
        int limit = connection.getNetworkTimeout();
        connection.setNetworkTimeout(SameThread.INSTANCE, limit == 0 ? PATIENCE : Math.min(limit, PATIENCE));
        try {
            protocol.checkErrorMessage();
        } catch (CJCommunicationsException e) {
            ONE_AT_A_TIME.add(server);
            throw e;
        }
        connection.setNetworkTimeout(SameThread.INSTANCE, limit);
    }

    private void refuse() throws SQLException {
        if (!connection.getSession().equals(session)) {
            throw new SQLException("the driver has changed to another server, whose session is not known");
        }
        if (is(PropertyKey.useServerPrepStmts) && is(PropertyKey.cachePrepStmts)) {
            throw new SQLException("the driver keeps statements that a reset makes the server forget");
        }
    }

    private boolean is(PropertyKey key) {
        return connection.getPropertySet().getBooleanProperty(key).getValue();
    }

    /** By SQL: the driver takes itself to be there already. */
    private void use(String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE `" + name.replace("`", "``") + "`");
        }
    }
}
