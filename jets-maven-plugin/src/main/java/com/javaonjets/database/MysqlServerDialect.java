package com.javaonjets.database;

import com.javaonjets.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** MySQL and MariaDB. */
final class MysqlServerDialect implements ServerDialect {

    private static final int EXISTS = 1007;
    private static final int NO_SUCH_SESSION = 1094;

    /** The moment since when it has done what it does now: the server does not tell since when a session is there. */
    private static final String SESSIONS = """
            SELECT s.ID, s.USER, s.HOST, %s,
                DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL COALESCE(s.TIME, 0) SECOND,
                    CONCAT(IF(s.COMMAND = 'Sleep', 'idle', 'busy'), ' since %%Y-%%m-%%d %%H:%%i:%%s UTC'))
            FROM information_schema.PROCESSLIST s
            WHERE s.DB = ? AND s.ID <> CONNECTION_ID()
            ORDER BY s.ID""";

    /** What clients tell of themselves; some tell the program's name, all that of their driver. */
    private static final String APPLICATION = """
            COALESCE((SELECT a.ATTR_VALUE FROM performance_schema.session_connect_attrs a
                WHERE a.PROCESSLIST_ID = s.ID AND a.ATTR_NAME IN ('program_name', '_client_name')
                ORDER BY a.ATTR_NAME DESC LIMIT 1), '')""";

    @Override
    public String existence() {
        return "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?";
    }

    @Override
    public String content() {
        return "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE()" + " AND table_name NOT IN "
                + BOOKS + " LIMIT 1";
    }

    @Override
    public String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String usualEncoding() {
        return "utf8mb4";
    }

    /** A character set alone brings the collation that is the server's default for it, a collation alone its character set. */
    @Override
    public String creation(Connection connection, DatabaseConfig config) {
        Optional<String> encoding = config.collation().isPresent()
                ? config.encoding()
                : config.encoding().or(() -> Optional.of(usualEncoding()));
        return "CREATE DATABASE " + quoted(config.database())
                + encoding.map(name -> " DEFAULT CHARACTER SET " + name).orElse("")
                + config.collation()
                        .map(name -> " DEFAULT COLLATE " + quoted(name))
                        .orElse("");
    }

    @Override
    public boolean existsByNow(SQLException failure) {
        return failure.getErrorCode() == EXISTS;
    }

    @Override
    public Optional<DatabaseConfig> instead(DatabaseConfig config, SQLException failure) {
        return Optional.empty();
    }

    /** Not everyone may read what clients tell of themselves, and MariaDB usually does not collect it. */
    @Override
    public List<OtherSession> others(Connection connection, String database) throws SQLException {
        try {
            return Sessions.read(connection, String.format(SESSIONS, APPLICATION), database);
        } catch (SQLException e) {
            return Sessions.read(connection, String.format(SESSIONS, "''"), database);
        }
    }

    @Override
    public void removeWithSessions(Connection connection, String database) throws SQLException {
        for (OtherSession other : others(connection, database)) {
            end(connection, other);
        }
        Sessions.execute(connection, removal(database));
    }

    private static void end(Connection connection, OtherSession other) throws SQLException {
        try {
            Sessions.execute(connection, "KILL CONNECTION " + other.id());
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_SESSION) {
                throw e;
            }
        }
    }

    /** It drops a database under whoever is in it. */
    @Override
    public boolean isInUse(SQLException failure) {
        return false;
    }
}
