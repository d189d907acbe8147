package com.javaonjets.connection;

import com.mysql.cj.NativeSession;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSessionStateController;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a session of Connector/J as it was when it was opened: COM_RESET_CONNECTION, and then, since that leaves the server's
 * defaults, one SET of all that differed from them. Two trips; sent together they would be one, but what stands between
 * driver and server may not take two commands at a time.
 */
final class MysqlReset {

    private static final String STRICT = "STRICT_TRANS_TABLES";

    private final JdbcConnection connection;
    private final NativeSession session;
    private final String database;

    /** Kept here, since the driver holds it weakly: once collected, it fails the statement that would have told it. */
    private final ServerSessionStateController.SessionStateChangesListener listener = this::noticed;

    private boolean moved;

    /** @param connection as it was opened, with the driver tracking the state of its session */
    MysqlReset(JdbcConnection connection) throws SQLException {
        this.connection = connection;
        this.session = (NativeSession) connection.getSession();
        this.database = connection.getDatabase();
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
            session.resetSessionState();
            session.setSessionVariables();
        } catch (CJException e) {
            throw new SQLException(e.getMessage(), e.getSQLState(), e.getVendorCode(), e);
        }
        session.getServerSession().setAutoCommit(true);
        if (moved) {
            use(database);
        }
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
