package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.mysql.cj.NativeSession;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSessionStateController;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a session of Connector/J as it was when it was opened: COM_RESET_CONNECTION, and then, since that leaves the server's
 * defaults, one SET of all that differed from them. Both are sent together, at one trip, and with them the way back to the
 * database, where SQL chose another. What stands before a server may take one command at a time alone: that shows, and it
 * gets one by one what follows.
 */
final class MysqlReset {

    private static final String STRICT = "STRICT_TRANS_TABLES";

    private static final int COM_INIT_DB = 0x02;
    private static final int COM_RESET_CONNECTION = 0x1f;

    /** How long the answer to the next command may take once the first one's is there, in milliseconds. */
    private static final int PATIENCE = 1000;

    /** The addresses of servers that have left the second of two commands without an answer, or failed twice at two. */
    private static final Set<String> ONE_AT_A_TIME = ConcurrentHashMap.newKeySet();

    /** Those that failed when they last got two; a server that ends does so, too. */
    private static final Set<String> DOUBTED = ConcurrentHashMap.newKeySet();

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
        this.together = isAscii(database) && !is(PropertyKey.useCompression);
        RuntimeProperty<String> variables = connection.getPropertySet().getStringProperty(PropertyKey.sessionVariables);
        variables.setValue(variables.getValue() + "," + charsets() + strictMode() + timeZone());
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

    /** What the driver sets once, when it connects, and goes on to reckon with. */
    private String timeZone() {
        return is(PropertyKey.forceConnectionTimeZoneToSession) ? ",time_zone=" + quoted("time_zone") : "";
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
                runOneByOne();
            }
        } catch (CJException e) {
            throw new SQLException(e.getMessage(), e.getSQLState(), e.getVendorCode(), e);
        }
        session.getServerSession().setAutoCommit(true);
        session.setSessionMaxRows(-1);
    }

    private void runOneByOne() throws SQLException {
        session.resetSessionState();
        session.setSessionVariables();
        if (moved) {
            use(database);
        }
    }

    private void runTogether() throws SQLException {
        try {
            boolean back = moved;
            sendTogether(back);
            awaitOthers(back);
        } catch (CJCommunicationsException e) {
            if (!DOUBTED.add(server)) {
                ONE_AT_A_TIME.add(server);
            }
            throw e;
        }
        DOUBTED.remove(server);
    }

    /** All wait in the driver's buffer for the SET, which then reads the first one's answer. */
    private void sendTogether(boolean back) throws SQLException {
        try {
            send(COM_RESET_CONNECTION, "");
            if (back) {
                send(COM_INIT_DB, database);
            }
        } catch (IOException e) {
            throw new SQLException("the connection is closed", e);
        }
        session.setSessionVariables();
    }

    /** A packet: its length in three bytes, its number in the exchange, the command, and what it is about. */
    private void send(int command, String name) throws IOException {
        OutputStream line = session.getProtocol().getSocketConnection().getMysqlOutput();
        line.write(new byte[] {(byte) (1 + name.length()), 0, 0, 0, (byte) command});
        line.write(name.getBytes(StandardCharsets.US_ASCII));
    }

    private void awaitOthers(boolean back) throws SQLException {
        int limit = connection.getNetworkTimeout();
        int wait = limit == 0 ? PATIENCE : Math.min(limit, PATIENCE);
        connection.setNetworkTimeout(SameThread.INSTANCE, wait);
        try {
            session.getProtocol().checkErrorMessage();
            if (back) {
                session.getProtocol().checkErrorMessage();
                moved = false;
            }
        } catch (CJCommunicationsException e) {
            if (wait == PATIENCE) {
                ONE_AT_A_TIME.add(server);
            }
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

    /** One that is told alike in whatever character set the session is in. */
    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    /** By SQL: the driver takes itself to be there already. */
    private void use(String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE `" + name.replace("`", "``") + "`");
        }
    }
}
